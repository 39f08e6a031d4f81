//! Finds the dates that a line of text names.

use crate::domain::date::Date;
use crate::domain::text::half_width;

/// A date as it was found; one that does not exist is found, too.
pub(super) type Found = Result<Date, NotThere>;

/// Why a date that was found is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NotThere {
    NoSuchDay,
    NoYear,
}

/// A line, read from the left.
pub(super) struct Scan {
    /// As it was written.
    pub(super) chars: Vec<char>,
    /// The same, with full-width forms as their half-width twins and in small letters.
    plain: Vec<char>,
    pub(super) at: usize,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Scan {
    pub(super) fn new(line: &str) -> Self {
        let chars: Vec<char> = line.chars().collect();
        let plain = chars.iter().map(|c| half_width(*c).to_ascii_lowercase()).collect();
        Self { chars, plain, at: 0 }
    }

    /// What was written from here to there.
    pub(super) fn text(&self, from: usize, to: usize) -> String {
        self.chars.get(from..to).unwrap_or_default().iter().collect()
    }

    fn peek(&self) -> Option<char> {
        self.plain.get(self.at).copied()
    }

    fn take(&mut self, c: char) -> bool {
        let is = self.peek() == Some(c);
        self.at += usize::from(is);
        is
    }

    fn take_any(&mut self, any: &str) -> Option<char> {
        let c = self.peek().filter(|c| any.contains(*c))?;
        self.at += 1;
        Some(c)
    }

    pub(super) fn spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// Whether a number or a word may begin here.
    fn is_start(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.plain.get(at));
        before.is_none_or(|c| !c.is_ascii_alphanumeric())
    }

    /// Tries something, and stays where it was if it fails.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let at = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = at;
        }
        found
    }

    /// A number of so many digits.
    fn number(&mut self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let is_digit = |c: &&char| c.is_ascii_digit();
        let text: String = self.plain.get(self.at..)?.iter().take_while(is_digit).take(9).collect();
        if !digits.contains(&text.len()) {
            return None;
        }
        self.at += text.len();
        text.parse().ok()
    }

    /// One of these words, or its first three letters: its index.
    fn word(&mut self, words: &[&str]) -> Option<usize> {
        let letters = |c: &&char| c.is_ascii_alphabetic();
        let word: String = self.plain.get(self.at..)?.iter().take_while(letters).take(10).collect();
        let is = |whole: &&str| *whole == word || (word.len() >= 3 && whole.starts_with(&word));
        let found = words.iter().position(is)?;
        self.at += word.len();
        Some(found)
    }

    /// The next date from here on, wherever in the line it is, and where it begins.
    pub(super) fn find(&mut self, year: Option<i32>) -> Option<(usize, Found)> {
        while self.at < self.plain.len() {
            let begins = self.at;
            if let Some(found) = self.date(year) {
                return Some((begins, found));
            }
            self.at += 1;
        }
        None
    }

    /// The next year from here on that is said as one: `2026年`, or the only thing in the line.
    pub(super) fn year(&mut self) -> Option<i32> {
        while self.at < self.plain.len() {
            let begins = self.at;
            let found = self.attempt(|scan| {
                let year = scan.is_start().then(|| scan.number(4..=4)).flatten()?;
                let alone = scan.plain.len() == 4 && begins == 0;
                (alone || scan.take('年')).then_some(year)
            });
            if let Some(year) = found.and_then(|year| i32::try_from(year).ok()) {
                return (1900..2200).contains(&year).then_some(year);
            }
            self.at += 1;
        }
        None
    }

    /// A date that begins here.
    pub(super) fn date(&mut self, year: Option<i32>) -> Option<Found> {
        if !self.is_start() {
            return None;
        }
        let found = self
            .attempt(Self::numeric)
            .or_else(|| self.attempt(|scan| scan.month_and_day(year)))
            .or_else(|| self.attempt(|scan| scan.english(year)))?;
        self.remark();
        Some(found)
    }

    /// `2026-02-15`, `2026/2/15`, `2026.2.15`, `2026年2月15日`, `20260215`.
    fn numeric(&mut self) -> Option<Found> {
        if let Some(all) = self.attempt(|scan| scan.number(8..=8)) {
            return Some(day(all / 10_000, all / 100 % 100, all % 100));
        }
        let year = self.number(4..=4)?;
        let chinese = self.attempt(|scan| {
            scan.spaces();
            scan.take('年').then(|| scan.spaces())
        });
        let separator = if chinese.is_some() { '月' } else { self.take_any("-/.")? };
        let month = self.number(1..=2)?;
        self.spaces_if(chinese.is_some());
        if !self.take(separator) {
            return None;
        }
        self.spaces_if(chinese.is_some());
        let found = day(year, month, self.number(1..=2)?);
        self.day_word();
        Some(found)
    }

    fn spaces_if(&mut self, chinese: bool) {
        if chinese {
            self.spaces();
        }
    }

    fn day_word(&mut self) {
        self.attempt(|scan| {
            scan.spaces();
            scan.take_any("日号號")
        });
    }

    /// `2月15日`, and where the year is known `2/15`.
    pub(super) fn month_and_day(&mut self, year: Option<i32>) -> Option<Found> {
        let month = self.number(1..=2)?;
        let spoken = self.take('月');
        if !spoken {
            year?;
            self.take_any("/-")?;
        }
        let number = self.number(1..=2)?;
        // `10-1-5` is nothing of this kind, `9:30` neither.
        if !spoken && self.peek().is_some_and(|c| matches!(c, '-' | '/' | ':' | '.')) && self.digit_after() {
            return None;
        }
        self.day_word();
        Some(in_year(year, month, number))
    }

    fn digit_after(&self) -> bool {
        self.plain.get(self.at + 1).is_some_and(char::is_ascii_digit)
    }

    /// `14 Feb 2026`, `Feb 14, 2026`, and where the year is known without it.
    fn english(&mut self, year: Option<i32>) -> Option<Found> {
        let day_first = self.attempt(|scan| {
            let number = scan.number(1..=2)?;
            scan.ordinal();
            scan.spaces();
            Some((scan.word(&MONTHS)?, number))
        });
        let (month, number) = match day_first {
            Some(both) => both,
            None => {
                let month = self.word(&MONTHS)?;
                self.take('.');
                self.spaces();
                let number = self.number(1..=2)?;
                self.ordinal();
                (month, number)
            }
        };
        let said = self.attempt(|scan| {
            scan.take_any(".,");
            scan.spaces();
            scan.number(4..=4)
        });
        let year = said.and_then(|year| i32::try_from(year).ok()).or(year);
        Some(in_year(year, u32::try_from(month).ok()? + 1, number))
    }

    fn ordinal(&mut self) {
        let ends = |end: &str| end.chars().eq(self.plain.iter().skip(self.at).take(2).copied());
        if ["st", "nd", "rd", "th"].into_iter().any(ends) {
            self.at += 2;
        }
    }

    /// The weekday or the lunar day that stands beside a date.
    fn remark(&mut self) {
        self.attempt(|scan| {
            scan.spaces();
            let open = scan.take('(');
            if open {
                let close = scan.plain.get(scan.at..)?.iter().take(20).position(|c| *c == ')')?;
                let within: String = scan.plain.get(scan.at..scan.at + close)?.iter().collect();
                let weekday = |name: &&str| within.trim_end_matches('.') == &name[..3] || within == **name;
                let remark = ["周", "週", "星期", "礼拜", "禮拜", "农历", "農曆", "初"];
                let single = within.chars().count() == 1 && "一二三四五六日".contains(&*within);
                let is = single || WEEKDAYS.iter().any(weekday) || remark.iter().any(|r| within.contains(r));
                is.then(|| scan.at += close + 1)
            } else if scan.take_any("周週").is_some() || (scan.take('星') && scan.take('期')) {
                scan.take_any("一二三四五六日天").map(drop)
            } else {
                scan.take(',');
                scan.spaces();
                scan.word(&WEEKDAYS)?;
                scan.take('.');
                Some(())
            }
        });
    }

    /// The last day of a range whose first was read.
    pub(super) fn range_end(&mut self, first: Date) -> Option<Found> {
        self.attempt(|scan| {
            scan.spaces();
            let sign = scan.take_any("~-–—‑〜至到").is_some() || (scan.take('.') && scan.take('.'));
            let word =
                !sign && scan.take('t') && scan.take('o') && scan.peek().is_some_and(char::is_whitespace);
            if !sign && !word {
                return None;
            }
            let close = !scan.peek().is_some_and(char::is_whitespace);
            while scan.take_any("-–—~").is_some() {}
            scan.spaces();
            let year = Some(first.year());
            if let Some(found) = scan
                .attempt(Self::numeric)
                .or_else(|| scan.attempt(|s| s.english(None).filter(Result::is_ok)))
            {
                scan.remark();
                return Some(found);
            }
            let found = scan.attempt(|s| s.month_and_day(year)).or_else(|| scan.attempt(|s| s.english(year)));
            if let Some(found) = found {
                scan.remark();
                // `12/31-1/2` goes into the next year.
                return Some(
                    found.map(|last| if last < first { last.plus_years(1).unwrap_or(last) } else { last }),
                );
            }
            let number = scan.number(1..=2)?;
            let spoken = scan.take_any("日号號").is_some();
            let ends =
                scan.peek().is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, ':' | '.' | '/'));
            if !(spoken || close && ends) {
                return None;
            }
            scan.remark();
            Some(in_year(year, first.month(), number))
        })
    }

    /// Whether another date of the same list follows, and goes to it.
    pub(super) fn and(&mut self) -> bool {
        let goes_on = self.attempt(|scan| {
            scan.spaces();
            scan.take_any("、,和及&")?;
            scan.spaces();
            Some(())
        });
        goes_on.is_some()
    }
}

fn day(year: u32, month: u32, day: u32) -> Found {
    in_year(i32::try_from(year).ok(), month, day)
}

fn in_year(year: Option<i32>, month: u32, day: u32) -> Found {
    Date::new(year.ok_or(NotThere::NoYear)?, month, day).ok_or(NotThere::NoSuchDay)
}

/// Whether a text is the name of a weekday and nothing else.
pub(super) fn is_weekday(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let english = text.len() >= 3 && WEEKDAYS.iter().any(|name| name.starts_with(&*text));
    let chinese = ["周", "週", "星期"].iter().filter_map(|week| text.strip_prefix(week));
    english || chinese.into_iter().any(|day| ["一", "二", "三", "四", "五", "六", "日", "天"].contains(&day))
}
