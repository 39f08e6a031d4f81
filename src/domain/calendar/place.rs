//! The places whose clocks are known, with their rules of summer time as they are today.

/// When clocks go forward and back, year by year.
#[derive(Clone, Copy)]
pub(super) enum Summer {
    /// Never.
    None,
    /// The last Sundays of March and October, at 01:00 UTC everywhere.
    Europe,
    /// The second Sunday of March and the first of November, at two o'clock of the place.
    America,
    /// As the others there until British Columbia kept the time of March 2026 for good.
    Vancouver,
    /// The first Sundays of October and April, at two o'clock standard time.
    Australia,
    /// The last Sunday of September and the first of April, at two o'clock standard time.
    NewZealand,
}

/// A place with its standard time in minutes ahead of UTC.
pub(super) struct Place {
    pub(super) name: &'static str,
    pub(super) standard: i16,
    pub(super) summer: Summer,
}

const fn at(name: &'static str, standard: i16, summer: Summer) -> Place {
    Place { name, standard, summer }
}

/// The first is where a shop is when nobody has said otherwise.
pub(super) const PLACES: &[Place] = &[
    at("Asia/Shanghai", 480, Summer::None),
    at("Asia/Taipei", 480, Summer::None),
    at("Asia/Hong_Kong", 480, Summer::None),
    at("Asia/Macau", 480, Summer::None),
    at("Asia/Singapore", 480, Summer::None),
    at("Asia/Kuala_Lumpur", 480, Summer::None),
    at("Asia/Manila", 480, Summer::None),
    at("Asia/Tokyo", 540, Summer::None),
    at("Asia/Seoul", 540, Summer::None),
    at("Asia/Bangkok", 420, Summer::None),
    at("Asia/Ho_Chi_Minh", 420, Summer::None),
    at("Asia/Jakarta", 420, Summer::None),
    at("Asia/Yangon", 390, Summer::None),
    at("Asia/Dhaka", 360, Summer::None),
    at("Asia/Kathmandu", 345, Summer::None),
    at("Asia/Kolkata", 330, Summer::None),
    at("Asia/Karachi", 300, Summer::None),
    at("Asia/Dubai", 240, Summer::None),
    at("Asia/Riyadh", 180, Summer::None),
    at("Africa/Nairobi", 180, Summer::None),
    at("Africa/Johannesburg", 120, Summer::None),
    at("Africa/Lagos", 60, Summer::None),
    at("Europe/Istanbul", 180, Summer::None),
    at("Europe/Moscow", 180, Summer::None),
    at("Europe/Athens", 120, Summer::Europe),
    at("Europe/Helsinki", 120, Summer::Europe),
    at("Europe/Kyiv", 120, Summer::Europe),
    at("Europe/Amsterdam", 60, Summer::Europe),
    at("Europe/Berlin", 60, Summer::Europe),
    at("Europe/Brussels", 60, Summer::Europe),
    at("Europe/Budapest", 60, Summer::Europe),
    at("Europe/Madrid", 60, Summer::Europe),
    at("Europe/Paris", 60, Summer::Europe),
    at("Europe/Prague", 60, Summer::Europe),
    at("Europe/Rome", 60, Summer::Europe),
    at("Europe/Stockholm", 60, Summer::Europe),
    at("Europe/Vienna", 60, Summer::Europe),
    at("Europe/Warsaw", 60, Summer::Europe),
    at("Europe/Zurich", 60, Summer::Europe),
    at("Europe/Dublin", 0, Summer::Europe),
    at("Europe/Lisbon", 0, Summer::Europe),
    at("Europe/London", 0, Summer::Europe),
    at("America/Halifax", -240, Summer::America),
    at("America/New_York", -300, Summer::America),
    at("America/Toronto", -300, Summer::America),
    at("America/Chicago", -360, Summer::America),
    at("America/Denver", -420, Summer::America),
    at("America/Phoenix", -420, Summer::None),
    at("America/Los_Angeles", -480, Summer::America),
    at("America/Vancouver", -480, Summer::Vancouver),
    at("Pacific/Honolulu", -600, Summer::None),
    at("America/Mexico_City", -360, Summer::None),
    at("America/Sao_Paulo", -180, Summer::None),
    at("Australia/Perth", 480, Summer::None),
    at("Australia/Adelaide", 570, Summer::Australia),
    at("Australia/Brisbane", 600, Summer::None),
    at("Australia/Melbourne", 600, Summer::Australia),
    at("Australia/Sydney", 600, Summer::Australia),
    at("Pacific/Auckland", 720, Summer::NewZealand),
];
