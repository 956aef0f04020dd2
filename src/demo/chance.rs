//! Chance that follows from a seed: the same seed draws the same lots.

/// A sequence of lots (`SplitMix64`).
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    /// Begins the sequence of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x5348_4f55_5745_4e21)
    }

    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 when `bound` is 0.
    pub fn below(&mut self, bound: u32) -> u32 {
        let scaled = (self.draw() >> 32) * u64::from(bound);
        u32::try_from(scaled >> 32).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// Whether something happens that happens in `percent` of all cases.
    pub fn happens(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of several; nothing when there is none.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let count = u32::try_from(from.len()).unwrap_or(u32::MAX);
        from.get(self.below(count) as usize)
    }

    /// One of several by weight; nothing when all weigh nothing.
    pub fn weigh<'a, T>(&mut self, from: &'a [T], weight: impl Fn(&T) -> u32) -> Option<&'a T> {
        let total: u32 = from.iter().map(&weight).sum();
        let mut lot = self.below(total);
        from.iter().find(|one| {
            let own = weight(one);
            let hit = lot < own;
            lot = lot.saturating_sub(own);
            hit
        })
    }

    /// One of several texts, empty when there is none.
    pub fn text(&mut self, from: &[String]) -> String {
        self.pick(from).cloned().unwrap_or_default()
    }
}
