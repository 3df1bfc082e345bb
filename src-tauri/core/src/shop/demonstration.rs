//! Filling a file with fictional clients.

use super::demonstration_labels::DemoCodes;
use super::{Granted, Outcome, Recorded, Recorder, Shop};
use crate::clients::{ClientNumber, Inactive, NewClient};
use crate::consents::{DecisionSource, IndicatorId, NewEvidence};
use crate::demonstration::{self, DemoAnswer, SIGNATURE};
use crate::journal::Operation;
use crate::store::Tx;
use crate::{Error, Result};

/// The older file from which some agreements come, « sans preuve ».
const OLDER_FILE: &str = "ancien fichier.csv";

/// Called now and then with the number of clients written; returning `false` stops, and nothing is kept.
pub type DemonstrationProgress<'a> = &'a mut dyn FnMut(u64) -> bool;

impl Shop {
    /// Writes `count` fictional clients and their answers, the same for the same `seed` and day.
    ///
    /// # Errors
    /// `ImportCancelled` if `progress` said to stop; what the database may say.
    pub fn add_fictional_clients(
        &mut self,
        seed: u64,
        count: u64,
        progress: DemonstrationProgress<'_>,
    ) -> Result<Outcome<()>> {
        let now = self.now();
        self.transact(Operation::Demonstrate, |tx| {
            let mut asking = Asking::new(tx)?;
            let codes = DemoCodes::new(tx)?;
            let (mut written, mut hidden) = (0, 0);
            for client in demonstration::clients(seed, count, now) {
                let answers = demonstration::answers(seed, written, count, &client, now);
                let labels = demonstration::labels(seed, written, &client, now);
                let inactive = client.inactive.map(|(at, reason)| Inactive { at, reason });
                hidden += i64::from(inactive.is_some());
                let number = tx.insert_client(
                    &NewClient {
                        input: client.input,
                        created_at: client.created_at,
                        updated_at: client.updated_at,
                        inactive,
                    },
                    None,
                )?;
                asking.record(tx, number, &answers)?;
                codes.write(tx, number, &labels)?;
                written += 1;
                if written % 1000 == 0 && !progress(written) {
                    return Err(Error::ImportCancelled);
                }
            }
            tx.settle_search()?;
            tx.count_clients(i64::try_from(written).unwrap_or(i64::MAX), hidden)?;
            tx.journal(None, None, &[])
        })
    }
}

/// Everything that invented answers need.
struct Asking {
    recorder: Recorder,
    /// Of the older file, of which nobody knows what clients were shown.
    unproven: Recorder,
    signature: [NewEvidence; 1],
    older_file: Option<i64>,
}

impl Asking {
    fn new(tx: &Tx<'_>) -> Result<Asking> {
        let signature = [NewEvidence { name: String::new(), content: SIGNATURE.to_vec() }];
        let recorder = Recorder::new(tx.rows(), Some(tx.now()))?;
        Ok(Asking { recorder, unproven: Recorder::new(tx.rows(), None)?, signature, older_file: None })
    }

    fn record(&mut self, tx: &Tx<'_>, client: ClientNumber, answers: &[DemoAnswer]) -> Result<()> {
        let mut granted = Granted::default();
        for answer in answers {
            let indicators: Vec<IndicatorId> = (self.recorder.asked())
                .filter(|one| one.channel == answer.channel && answer.purposes.contains(&one.purpose))
                .map(|one| one.id)
                .collect();
            let evidence = if answer.signed { NewEvidence::checked(&self.signature)? } else { Vec::new() };
            let import = match (answer.unproven, self.older_file) {
                (true, None) => Some(*self.older_file.insert(tx.begin_import(OLDER_FILE)?)),
                (true, known) => known,
                (false, _) => None,
            };
            let source = if answer.unproven { DecisionSource::Import } else { DecisionSource::Counter };
            let recorder = if answer.unproven { &mut self.unproven } else { &mut self.recorder };
            recorder.record(
                tx,
                client,
                &mut granted,
                &Recorded {
                    channel: answer.channel,
                    indicators: &indicators,
                    given: answer.given,
                    mode: answer.mode,
                    detail: answer.detail,
                    at: answer.at,
                    source,
                    import,
                    evidence: &evidence,
                },
            )?;
        }
        Ok(())
    }
}
