//! A client's consents as their record shows them.

use crate::Result;
use crate::clients::ClientNumber;
use crate::consents::{Channel, ConsentSheet, Indicator, IndicatorState, Purpose};
use crate::contact::{ChannelAnswer, ContactFacts, Standing, VerdictReport, in_france, may_contact};
use crate::store::Rows;

impl Rows<'_> {
    /// Everything that the RGPD tab and the agreement-mode dialog need, judged at a moment (UTC milliseconds).
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub(crate) fn consent_sheet(&self, client: ClientNumber, at: i64) -> Result<ConsentSheet> {
        let indicators = self.indicators()?;
        let standings = self.standings(client, &indicators)?;
        let facts = ContactFacts { standings: &standings, ..self.contact_facts(client)? };
        let states = indicators
            .iter()
            .zip(&standings)
            .filter(|(indicator, _)| indicator.archived_at.is_none())
            .map(|(indicator, standing)| self.indicator_state(client, indicator, standing, facts.professional))
            .collect::<Result<_>>()?;
        Ok(ConsentSheet {
            number: client,
            indicators: states,
            contact: self.answers(&facts, &indicators, at)?,
            modes: self.modes()?,
            wordings: self.wordings()?,
            decisions: self.decisions_of(client)?,
        })
    }

    /// « Puis-je le contacter ? », channel by channel.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub(crate) fn channel_answers(&self, client: ClientNumber, at: i64) -> Result<Vec<ChannelAnswer>> {
        let indicators = self.indicators()?;
        let standings = self.standings(client, &indicators)?;
        let facts = ContactFacts { standings: &standings, ..self.contact_facts(client)? };
        self.answers(&facts, &indicators, at)
    }

    /// One verdict, explained.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub(crate) fn verdict_report(
        &self,
        client: ClientNumber,
        channel: Channel,
        purpose: Purpose,
        at: i64,
    ) -> Result<VerdictReport> {
        let verdict = self.may_contact(client, channel, purpose, at)?;
        let (since, mode) = self.since(verdict.decision)?;
        Ok(VerdictReport::new(channel, purpose, &verdict, since, mode))
    }

    fn answers(&self, facts: &ContactFacts<'_>, indicators: &[Indicator], at: i64) -> Result<Vec<ChannelAnswer>> {
        let asked = |channel, purpose| {
            indicators.iter().any(|indicator| {
                indicator.channel == channel
                    && indicator.purpose == purpose
                    && indicator.archived_at.is_none()
                    && indicator.suits(facts.professional)
            })
        };
        Channel::ALL
            .into_iter()
            .map(|channel| {
                let verdicts = Purpose::ALL
                    .into_iter()
                    .filter(|purpose| asked(channel, *purpose))
                    .map(|purpose| {
                        let verdict = may_contact(facts, channel, purpose, in_france(at));
                        let (since, mode) = self.since(verdict.decision)?;
                        Ok(VerdictReport::new(channel, purpose, &verdict, since, mode))
                    })
                    .collect::<Result<_>>()?;
                Ok(ChannelAnswer { channel, verdicts })
            })
            .collect()
    }

    fn indicator_state(
        &self,
        client: ClientNumber,
        indicator: &Indicator,
        standing: &Standing,
        professional: bool,
    ) -> Result<IndicatorState> {
        let decision = standing.answer.map(|answer| answer.decision);
        let (since, mode) = self.since(decision)?;
        Ok(IndicatorState {
            indicator: indicator.id,
            code: indicator.code.clone(),
            name: indicator.name.clone(),
            channel: indicator.channel,
            purpose: indicator.purpose,
            kind: indicator.kind,
            audience: indicator.audience,
            suits: indicator.suits(professional),
            visible: indicator.visible,
            state: indicator.state(standing.answer.map(|answer| answer.given), professional),
            since,
            mode,
            decision,
            unproven: standing.answer.is_some_and(|answer| answer.unproven),
            asked_at: self.asked_at(client, indicator.id, decision)?,
        })
    }

    fn since(&self, decision: Option<i64>) -> Result<(Option<i64>, String)> {
        let day = decision.map(|decision| self.decision_day(decision)).transpose()?.flatten();
        Ok(day.map_or((None, String::new()), |(at, mode)| (Some(at), mode)))
    }
}
