//! Order statistics of one thing measured many times. No means: a single interruption by the system would move them.

use std::time::Duration;

/// Durations, the shortest first; never empty.
#[derive(Debug, Clone)]
pub struct Sample(Vec<Duration>);

impl Sample {
    /// Sorts what was measured; nothing measured counts as one measurement of zero.
    pub fn of(durations: impl IntoIterator<Item = Duration>) -> Self {
        let mut sorted: Vec<Duration> = durations.into_iter().collect();
        if sorted.is_empty() {
            sorted.push(Duration::ZERO);
        }
        sorted.sort_unstable();
        Self(sorted)
    }

    /// Half of the measurements are at most this.
    pub fn median(&self) -> Duration {
        self.at_most(50)
    }

    /// So many in a hundred are at most this (nearest rank).
    pub fn at_most(&self, percent: usize) -> Duration {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0[rank.min(self.0.len()) - 1]
    }

    /// The longest.
    pub fn worst(&self) -> Duration {
        self.at_most(100)
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Sample;

    #[test]
    fn ranks_are_counted_from_the_shortest() {
        let sample = Sample::of((1..=20).rev().map(Duration::from_micros));
        let micros = [sample.median(), sample.at_most(95), sample.worst()].map(|duration| duration.as_micros());
        assert_eq!((micros, sample.count()), ([10, 19, 20], 20));
        assert_eq!(Sample::of([Duration::from_micros(7)]).median().as_micros(), 7);
        assert_eq!(Sample::of([]).worst(), Duration::ZERO);
    }
}
