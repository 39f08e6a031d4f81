//! Names of records and people: random, so that two devices never have to agree.

/// Crockford's base 32 in lower case: no letter that reads like a digit.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The longest id a file may bring.
pub(crate) const MAX_ID_LENGTH: usize = 64;

/// `length` characters of the base-32 alphabet, taken from the low bits of `bits`.
#[must_use]
pub fn base32(mut bits: u128, length: usize) -> String {
    let mut out = vec![b'0'; length];
    for place in out.iter_mut().rev() {
        *place = ALPHABET[(bits & 31) as usize];
        bits >>= 5;
    }
    String::from_utf8(out).unwrap_or_default()
}

/// Whether `text` may name a record: ASCII letters, digits, `-` and `_`, 1 to 64 of them.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= MAX_ID_LENGTH
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Declares types that are ids.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(String);

        impl $name {
            /// The id that `text` spells, if it spells one.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                $crate::journal::id::is_id(text).then(|| Self(text.to_owned()))
            }

            /// A new id from 80 random bits.
            #[must_use]
            pub fn from_random(bits: u128) -> Self {
                Self($crate::journal::id::base32(bits, 16))
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

pub(crate) use ids;

ids! {
    /// Names who made an entry.
    AuthorId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_ids_are_ids() {
        for bits in [0, 1, 31, u128::MAX, 0x1234_5678_9abc_def0] {
            assert!(is_id(AuthorId::from_random(bits).as_str()));
        }
        assert_ne!(AuthorId::from_random(1), AuthorId::from_random(2));
    }

    #[test]
    fn ids_hold_no_path_and_no_markup() {
        for text in ["", "a/b", "..", "<b>", "a b", "客户", &"a".repeat(65)] {
            assert_eq!(AuthorId::parse(text), None, "{text}");
        }
    }
}
