//! The screen in a customer's hands: what this browser notes of it, so that reloading the page,
//! going back or another address does not lead into the shop's data.

use super::tries::{Refused, Tries};
use crate::domain::lang::Lang;
use crate::domain::survey::{Dimension, Rating, Recommendation, SurveyAnswer, SurveyWay};
use crate::domain::text::half_width;
use sha2::{Digest, Sha256};

/// The name of the note that the screen was handed over.
pub const NOTE: &str = "asking";
/// Stands between two fields of a note; no field has it.
const BETWEEN: char = '\u{1f}';
/// A note that no open page has renewed for so long is forgotten, in milliseconds: longer than a customer
/// waits, and yet a code that was forgotten does not lock the shop out for ever.
const FORGOTTEN_MS: u64 = 8 * 60 * 60 * 1000;
/// How many digits a code has.
const DIGITS: usize = 4;

/// How the asking ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// The customer answered.
    Answered,
    /// They would rather not.
    Declined,
    /// They answered, and it could not be kept.
    NotKept,
}

impl End {
    const ALL: [(Self, &'static str); 3] =
        [(Self::Answered, "answered"), (Self::Declined, "declined"), (Self::NotKept, "not_kept")];
}

/// The screen is in a customer's hands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asking {
    /// The case that it is about.
    pub case: String,
    /// The language of the questions.
    pub lang: Lang,
    /// How it ended, if it did.
    pub end: Option<End>,
    /// The fingerprint of the code.
    code: String,
    /// The wrong codes that were typed.
    tries: Tries,
    /// When an open page last renewed this.
    alive: u64,
}

impl Asking {
    /// Hands the screen over; `None` when the code is not four digits.
    #[must_use]
    pub fn begin(case: &str, code: &str, lang: Lang, now: u64) -> Option<Self> {
        let code = fingerprint(case, &digits(code)?);
        Some(Self { case: case.to_owned(), lang, end: None, code, tries: Tries::default(), alive: now })
    }

    /// Whether a code gives the screen back.
    ///
    /// # Errors
    /// [`Refused`] says why not. After each wrong code the pause before the next is longer.
    pub fn give_back(&mut self, code: &str, now: u64) -> Result<(), Refused> {
        match self.pause(now) {
            0 => {}
            seconds => return Err(Refused::Wait(seconds)),
        }
        if digits(code).is_some_and(|digits| fingerprint(&self.case, &digits) == self.code) {
            return Ok(());
        }
        self.tries.refuse(now);
        Err(Refused::Wrong)
    }

    /// How many seconds must pass before the next try.
    #[must_use]
    pub fn pause(&self, now: u64) -> u64 {
        self.tries.pause(now)
    }

    /// Says that a page with it is open.
    pub fn renew(&mut self, now: u64) {
        self.alive = now;
    }

    /// Whether no page with it has been open for a while.
    #[must_use]
    pub fn is_forgotten(&self, now: u64) -> bool {
        self.alive.abs_diff(now) > FORGOTTEN_MS
    }

    /// The note of it.
    #[must_use]
    pub fn to_text(&self) -> String {
        let end = End::ALL.into_iter().find(|(end, _)| Some(*end) == self.end).map_or("", |(_, name)| name);
        let numbers =
            [u64::from(self.tries.wrong), self.tries.not_before, self.alive].map(|number| number.to_string());
        let [wrong, not_before, alive] = &numbers;
        [&self.case, self.lang.tag(), end, &self.code, wrong, not_before, alive].join(&BETWEEN.to_string())
    }

    /// Reads a note; `None` when it is none.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let fields: Vec<&str> = text.split(BETWEEN).collect();
        let [case, lang, end, code, wrong, not_before, alive] = fields.try_into().ok()?;
        Some(Self {
            case: case.to_owned(),
            lang: Lang::from_tag(lang)?,
            end: End::ALL.into_iter().find(|(_, name)| *name == end).map(|(end, _)| end),
            code: code.to_owned(),
            tries: Tries { wrong: wrong.parse().ok()?, not_before: not_before.parse().ok()? },
            alive: alive.parse().ok()?,
        })
    }
}

/// The four digits of a code, however they were typed.
fn digits(code: &str) -> Option<String> {
    let digits: String = code.trim().chars().map(half_width).collect();
    (digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// So that the code itself stands nowhere; four digits are quickly tried all the same.
fn fingerprint(case: &str, digits: &str) -> String {
    let hash = Sha256::digest(format!("{case} {digits}").as_bytes());
    hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The name of the note of what was answered so far for a case, in a way.
#[must_use]
pub fn draft_name(case: &str, by: SurveyWay) -> String {
    let by = match by {
        SurveyWay::Form => "form",
        SurveyWay::Screen => "screen",
        SurveyWay::Phone => "phone",
    };
    format!("survey/{case}/{by}")
}

/// The note of what was answered so far; nothing when nothing was.
#[must_use]
pub fn draft_text(answer: &SurveyAnswer) -> String {
    if *answer == SurveyAnswer::empty(answer.by) {
        return String::new();
    }
    let rating = |mark: Option<Rating>| mark.map_or(0, Rating::get).to_string();
    let marks = Dimension::ALL.into_iter().flat_map(|dimension| {
        let rated = answer.rated(dimension);
        [rating(rated.expected), rating(rated.perceived)]
    });
    let marks: String = marks.chain([rating(answer.overall)]).collect();
    let recommend = answer.recommend.map(|mark| mark.get().to_string()).unwrap_or_default();
    [marks, recommend, answer.words.clone()].join(&BETWEEN.to_string())
}

/// Reads such a note; `None` when it is none.
#[must_use]
pub fn read_draft(by: SurveyWay, text: &str) -> Option<SurveyAnswer> {
    let (marks, rest) = text.split_once(BETWEEN)?;
    let (recommend, words) = rest.split_once(BETWEEN)?;
    let mut marks = marks.chars().map(|mark| mark.to_digit(10));
    let mut next = || marks.next().flatten().map(Rating::new);
    let mut answer = SurveyAnswer::empty(by);
    for dimension in Dimension::ALL {
        let rated = answer.rated_mut(dimension);
        rated.expected = next()?;
        rated.perceived = next()?;
    }
    answer.overall = next()?;
    answer.recommend = recommend.parse().ok().and_then(Recommendation::new);
    words.clone_into(&mut answer.words);
    Some(answer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::survey::Rated;
    use proptest::prelude::*;

    fn begun() -> Asking {
        Asking::begin("k1", "0420", Lang::ZhTw, 1000).expect("four digits")
    }

    #[test]
    fn a_code_is_four_digits() {
        for (code, fits) in [
            ("0420", true),
            (" 0420 ", true),
            ("０４２０", true),
            ("042", false),
            ("04200", false),
            ("o420", false),
        ] {
            assert_eq!(Asking::begin("k1", code, Lang::En, 0).is_some(), fits, "{code:?}");
        }
        assert_eq!(begun().give_back("０４２０", 1000), Ok(()));
    }

    #[test]
    fn after_a_wrong_code_the_right_one_waits_too() {
        let mut asking = begun();
        let mut now = 1000;
        for pause in [2, 4, 8] {
            assert_eq!(asking.give_back("1111", now), Err(Refused::Wrong));
            assert_eq!(asking.give_back("0420", now), Err(Refused::Wait(pause)));
            now += pause * 1000;
        }
        // A reload does not shorten it.
        let mut again = Asking::from_text(&asking.to_text()).expect("a note");
        assert_eq!(again.give_back("0420", now - 1), Err(Refused::Wait(1)));
        assert_eq!(again.give_back("0420", now), Ok(()));
    }

    #[test]
    fn a_note_without_an_open_page_is_forgotten() {
        const HOUR: u64 = 60 * 60 * 1000;
        let day = 24 * HOUR;
        let mut asking = Asking { alive: day, ..begun() };
        for (now, forgotten) in [
            (day, false),
            (day + HOUR, false),
            (day + 8 * HOUR, false),
            (day + 8 * HOUR + 1, true),
            (day - HOUR, false),
            (0, true),
        ] {
            assert_eq!(asking.is_forgotten(now), forgotten, "{now}");
        }
        asking.renew(2 * day);
        assert!(!asking.is_forgotten(2 * day));
    }

    #[test]
    fn a_note_comes_back_and_does_not_tell_the_code() {
        for end in [None, Some(End::Answered), Some(End::Declined), Some(End::NotKept)] {
            let asking = Asking { end, ..begun() };
            let text = asking.to_text();
            assert_eq!(Asking::from_text(&text), Some(asking));
            assert!(!text.contains("0420"));
        }
        for text in
            ["", "k1", &begun().to_text().replace("zh-TW", "xx"), &format!("{}\u{1f}", begun().to_text())]
        {
            assert_eq!(Asking::from_text(text), None, "{text:?}");
        }
        assert_ne!(
            Asking::begin("k1", "0420", Lang::En, 0).map(|it| it.code),
            Asking::begin("k2", "0420", Lang::En, 0).map(|it| it.code)
        );
    }

    proptest! {
        #[test]
        fn what_was_answered_so_far_comes_back(
            marks in prop::collection::vec(0..=6_u32, 11),
            recommend in 0..=11_u32,
            words in ".{0,20}",
        ) {
            let mut answer = SurveyAnswer::empty(SurveyWay::Phone);
            for (at, dimension) in Dimension::ALL.into_iter().enumerate() {
                let (expected, perceived) = (Rating::new(marks[2 * at]), Rating::new(marks[2 * at + 1]));
                *answer.rated_mut(dimension) = Rated { expected, perceived };
            }
            answer.overall = Rating::new(marks[10]);
            answer.recommend = Recommendation::new(recommend);
            answer.words = words;
            let text = draft_text(&answer);
            let back = read_draft(SurveyWay::Phone, &text);
            if answer == SurveyAnswer::empty(SurveyWay::Phone) {
                prop_assert_eq!(text, "");
            } else {
                prop_assert_eq!(back, Some(answer));
            }
        }
    }

    #[test]
    fn another_note_is_no_draft() {
        for text in ["", "123", "1\u{1f}2\u{1f}x", "1234567890x\u{1f}\u{1f}"] {
            assert_eq!(read_draft(SurveyWay::Form, text), None, "{text:?}");
        }
    }
}
