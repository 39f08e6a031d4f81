use super::id::{base32, is_id};
use std::fmt;

const DEVICE_LENGTH: usize = 6;
const SESSION_LENGTH: usize = 4;
/// Twelve hexadecimal digits: until the year 10889.
const MAX_MILLIS: u64 = 0xffff_ffff_ffff;
const MAX_COUNTER: u32 = 0xff_ffff;

/// One browser profile on one machine.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DeviceId(String);

impl DeviceId {
    /// A new device from 30 random bits.
    #[must_use]
    pub fn from_random(bits: u128) -> Self {
        Self(base32(bits, DEVICE_LENGTH))
    }

    /// The device that `text` spells, if it spells one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == DEVICE_LENGTH && is_id(text)).then(|| Self(text.to_owned()))
    }

    /// The device as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The three characters that begin every number this device gives out.
    #[must_use]
    pub fn code(&self) -> String {
        self.0[..3].to_ascii_uppercase()
    }
}

/// One opening of the page on a device.
///
/// Two tabs, or a copied browser profile, share their device but not their session, so
/// they never make the same stamp.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SessionId(String);

impl SessionId {
    /// A new session from 20 random bits.
    #[must_use]
    pub fn from_random(bits: u128) -> Self {
        Self(base32(bits, SESSION_LENGTH))
    }
}

/// Who makes stamps: a device in one session.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Writer {
    /// The browser profile.
    pub device: DeviceId,
    /// The opening of the page.
    pub session: SessionId,
}

impl fmt::Display for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.device.0, self.session.0)
    }
}

/// When an entry was made: a hybrid logical clock's reading, totally ordered.
///
/// As text it is `0193f1a2b3c4-000001-k3v9q2x7ma`: milliseconds since 1970 (UTC), a
/// counter, the writer. The text sorts as the stamp does.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Stamp {
    /// Milliseconds since 1970, UTC, of the writer's wall clock or later.
    pub millis: u64,
    /// Tells entries of one millisecond apart.
    pub counter: u32,
    /// Who made the entry.
    pub writer: Writer,
}

impl Stamp {
    /// The stamp that `text` spells, if it spells one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (millis, counter, writer) = (parts.next()?, parts.next()?, parts.next()?);
        let whole = parts.next().is_none()
            && millis.len() == 12
            && counter.len() == 6
            && writer.len() == DEVICE_LENGTH + SESSION_LENGTH
            && is_id(writer)
            && [millis, counter]
                .iter()
                .all(|hex| hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')));
        if !whole {
            return None;
        }
        let (device, session) = writer.split_at(DEVICE_LENGTH);
        Some(Self {
            millis: u64::from_str_radix(millis, 16).ok()?,
            counter: u32::from_str_radix(counter, 16).ok()?,
            writer: Writer { device: DeviceId::parse(device)?, session: SessionId(session.to_owned()) },
        })
    }

    /// The moment after this one by the same clock, for `writer`.
    #[must_use]
    pub(super) fn next_for(&self, writer: &Writer) -> Self {
        let (millis, counter) =
            if self.counter < MAX_COUNTER { (self.millis, self.counter + 1) } else { (self.millis + 1, 0) };
        Self::new(millis, counter, writer.clone())
    }

    /// A stamp; milliseconds past the year 10889 count as that year.
    #[must_use]
    pub fn new(millis: u64, counter: u32, writer: Writer) -> Self {
        Self { millis: millis.min(MAX_MILLIS), counter, writer }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}-{:06x}-{}", self.millis, self.counter, self.writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn writer(bits: u128) -> Writer {
        Writer { device: DeviceId::from_random(bits), session: SessionId::from_random(bits >> 30) }
    }

    proptest! {
        #[test]
        fn text_reads_back_and_sorts_alike(
            a in (0..=MAX_MILLIS, 0..=MAX_COUNTER, any::<u64>()),
            b in (0..=MAX_MILLIS, 0..=MAX_COUNTER, any::<u64>()),
        ) {
            let [a, b] = [a, b].map(|(m, c, w)| Stamp::new(m, c, writer(u128::from(w))));
            prop_assert_eq!(Stamp::parse(&a.to_string()), Some(a.clone()));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,40}") {
            if let Some(stamp) = Stamp::parse(&text) {
                prop_assert_eq!(stamp.to_string(), text);
            }
        }
    }
}
