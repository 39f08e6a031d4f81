//! Ids and stamps that a row's own content gives, so that two devices that take the same sheet in make
//! the same records.

use crate::journal::{DeviceId, SessionId, Stamp, Writer};
use sha2::{Digest, Sha256};

/// Where rows come from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    name: String,
    writer: Writer,
}

impl Source {
    /// A source with this name: of one name, the same rows are the same records.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let bits = bits(&["source", name]);
        let writer =
            Writer { device: DeviceId::from_random(bits), session: SessionId::from_random(bits >> 64) };
        Self { name: name.to_owned(), writer }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Who makes the stamps of its entries.
    #[must_use]
    pub fn writer(&self) -> &Writer {
        &self.writer
    }

    /// A moment as a stamp; `counter` tells those of one millisecond apart.
    #[must_use]
    pub fn stamp(&self, millis: u64, counter: u32) -> Stamp {
        Stamp::new(millis, counter, self.writer.clone())
    }

    /// The bits that stand for something of this source.
    pub(super) fn bits(&self, what: &str, parts: &[&str]) -> u128 {
        let mut all = vec![what, &self.name];
        all.extend(parts);
        bits(&all)
    }
}

/// Bits that stand for these texts: other texts, or the same ones cut elsewhere, have others.
fn bits(parts: &[&str]) -> u128 {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let mut bits = [0; 16];
    bits.copy_from_slice(&hash.finalize()[..16]);
    u128::from_be_bytes(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_content_has_the_same_bits() {
        let source = Source::new("customers");
        assert_eq!(source.bits("case", &["a", "b"]), Source::new("customers").bits("case", &["a", "b"]));
        for other in [
            source.bits("case", &["ab", ""]),
            source.bits("case", &["a", "b", ""]),
            source.bits("customer", &["a", "b"]),
            Source::new("other").bits("case", &["a", "b"]),
        ] {
            assert_ne!(source.bits("case", &["a", "b"]), other);
        }
        assert_ne!(source.writer(), Source::new("other").writer());
    }
}
