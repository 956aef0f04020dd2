//! Where random bytes come from: salts and ids.

use sha2::{Digest, Sha256};

/// A source of random bytes.
pub trait Entropy {
    /// Fills `bytes`.
    ///
    /// # Errors
    ///
    /// When the machine has none to give.
    fn fill(&mut self, bytes: &mut [u8]) -> std::io::Result<()>;
}

/// The machine's own.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, bytes: &mut [u8]) -> std::io::Result<()> {
        getrandom::fill(bytes).map_err(|error| std::io::Error::other(error.to_string()))
    }
}

/// Bytes that follow from a seed, for demonstrations that can be made again.
#[derive(Debug, Clone)]
pub struct SeededEntropy {
    seed: u64,
    drawn: u64,
}

impl SeededEntropy {
    /// Begins the sequence of a seed.
    pub fn new(seed: u64) -> Self {
        Self { seed, drawn: 0 }
    }
}

impl Entropy for SeededEntropy {
    fn fill(&mut self, bytes: &mut [u8]) -> std::io::Result<()> {
        for chunk in bytes.chunks_mut(32) {
            let mut hash = Sha256::new();
            hash.update(self.seed.to_le_bytes());
            hash.update(self.drawn.to_le_bytes());
            self.drawn += 1;
            let block = hash.finalize();
            for (to, from) in chunk.iter_mut().zip(block.iter()) {
                *to = *from;
            }
        }
        Ok(())
    }
}
