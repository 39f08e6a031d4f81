use super::Moment;
use super::clock::Clock;
use super::place::{PLACES, Summer};
use crate::domain::local_time::LocalTime;

/// The farthest that a clock may be from UTC, in minutes.
const FARTHEST: i16 = 14 * 60;

/// Where a clock hangs: a place with its rule of summer time, or a fixed distance from UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Zone(Kind);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Kind {
    /// Its row in the table of places.
    Place(u8),
    /// Minutes ahead of UTC.
    Fixed(i16),
}

impl Default for Zone {
    /// Shanghai's.
    fn default() -> Self {
        Self(Kind::Place(0))
    }
}

impl Zone {
    /// UTC itself.
    pub const UTC: Self = Self(Kind::Fixed(0));

    /// The places whose clocks are known, in the order in which they are offered, and UTC.
    pub const PLACES: [Self; PLACES.len() + 1] = {
        let mut all = [Self::UTC; PLACES.len() + 1];
        let mut at = 0;
        while at < PLACES.len() {
            all[at] = Self(Kind::Place(at as u8));
            at += 1;
        }
        all
    };

    /// The zone with this name: `Asia/Shanghai`, `UTC`, or `UTC+05:45` up to 14 hours away.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(at) = PLACES.iter().position(|place| place.name == name) {
            return u8::try_from(at).ok().map(|at| Self(Kind::Place(at)));
        }
        let distance = name.strip_prefix("UTC")?;
        if distance.is_empty() {
            return Some(Self::UTC);
        }
        let (sign, time) = match distance.strip_prefix('-') {
            Some(time) => (-1, time),
            None => (1, distance.strip_prefix('+')?),
        };
        let digits = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        let (hours, minutes) = time.split_once(':').filter(|(h, m)| digits(h) && digits(m))?;
        let (hours, minutes): (i16, i16) = (hours.parse().ok()?, minutes.parse().ok()?);
        let distance = hours * 60 + minutes;
        (minutes < 60 && distance <= FARTHEST).then_some(Self(Kind::Fixed(sign * distance)))
    }

    /// Its name, which [`Zone::parse`] reads.
    #[must_use]
    pub fn name(self) -> String {
        match self.0 {
            Kind::Place(_) => self.place().map_or_else(String::new, |place| place.name.to_owned()),
            Kind::Fixed(0) => "UTC".to_owned(),
            Kind::Fixed(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let distance = minutes.abs();
                format!("UTC{sign}{:02}:{:02}", distance / 60, distance % 60)
            }
        }
    }

    fn place(self) -> Option<&'static super::place::Place> {
        match self.0 {
            Kind::Place(at) => PLACES.get(usize::from(at)),
            Kind::Fixed(_) => None,
        }
    }

    /// Minutes ahead of UTC when it is not summer time, and the rule of summer time.
    pub(super) fn rule(self) -> (i64, Summer) {
        match (self.0, self.place()) {
            (Kind::Fixed(minutes), _) => (minutes.into(), Summer::None),
            (Kind::Place(_), Some(place)) => (place.standard.into(), place.summer),
            (Kind::Place(_), None) => (0, Summer::None),
        }
    }

    /// How many minutes its clock is ahead of UTC at a moment; negative in the west.
    #[must_use]
    pub fn offset_at(self, moment: Moment) -> i32 {
        Clock::new(self).offset(moment.number().into()).try_into().unwrap_or(0)
    }

    /// What its clock shows at a moment; nothing after the year 2199.
    #[must_use]
    pub fn local(self, moment: Moment) -> Option<LocalTime> {
        LocalTime::of_moment(moment.millis(), self.offset_at(moment))
    }

    /// The first moment at which its clock shows this time or a later one. A time that is left
    /// out when clocks go forward is the moment at which they do; of one that comes twice when they go
    /// back, it is the first. A time before 1970 is the first moment there is.
    #[must_use]
    pub fn moment(self, time: LocalTime) -> Moment {
        let days = time.date().days_since(crate::domain::date::Date::EPOCH);
        Clock::new(self).moment(days * super::DAY + i64::from(time.minute()))
    }
}
