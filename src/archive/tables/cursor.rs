//! Reads dates and times from the left.

use super::moment::{DateOrder, When, time_of_day};
use crate::domain::date::Date;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads from the left.
pub(super) struct Cursor<'a> {
    chars: &'a [char],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(chars: &'a [char]) -> Self {
        Self { chars, at: 0 }
    }

    /// A date, perhaps with a time and a zone, and nothing else.
    pub(super) fn whole(mut self, order: DateOrder) -> Option<When> {
        let date = self.date(order)?;
        self.spaces();
        let mut when = When { date, time: None, offset: None };
        if self.at < self.chars.len() {
            self.take_any("t,");
            self.spaces();
            when.time = Some(self.time()?);
            self.spaces();
            when.offset = self.offset()?;
            self.spaces();
        }
        (self.at == self.chars.len()).then_some(when)
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take_any(&mut self, any: &str) -> Option<char> {
        let c = self.peek().filter(|c| any.contains(*c))?;
        self.at += 1;
        Some(c)
    }

    fn take(&mut self, word: &str) -> bool {
        let there = word.chars().enumerate().all(|(at, c)| self.chars.get(self.at + at) == Some(&c));
        self.at += if there { word.chars().count() } else { 0 };
        there
    }

    fn spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// A number, and how many digits it has.
    fn digits(&mut self) -> Option<(u32, usize)> {
        let digits: String =
            self.chars.get(self.at..)?.iter().take_while(|c| c.is_ascii_digit()).take(10).collect();
        self.at += digits.len();
        Some((digits.parse().ok()?, digits.len()))
    }

    fn date(&mut self, order: DateOrder) -> Option<Date> {
        let republic = self.take("民國") || self.take("民国");
        self.spaces();
        if let Some(month) = self.month() {
            return self.month_day_year(month);
        }
        let (first, length) = self.digits()?;
        let first_year = i32::try_from(first).ok()?;
        let year = match length {
            4 if !republic => Some(first_year),
            // The years of the Republic, as Taiwan's papers count them.
            3 => Some(first_year + 1911),
            1 | 2 if republic => Some(first_year + 1911),
            _ => None,
        };
        let Some(year) = year else { return self.day_first(first, length, order) };
        self.spaces();
        let between = self.take_any("-/.年")?;
        self.spaces();
        let month = self.number_up_to(12)?;
        self.spaces();
        if self.take_any("-/.月")? == '月' && between != '年' {
            return None;
        }
        self.spaces();
        let day = self.number_up_to(31)?;
        self.spaces();
        self.take_any("日号號");
        Date::new(year, month, day)
    }

    /// `22.11.2026`, `11/22/2026`, `22-Nov-2026`, `22 November 2026`.
    fn day_first(&mut self, first: u32, length: usize, order: DateOrder) -> Option<Date> {
        if length > 2 {
            return None;
        }
        let between = self.take_any("-/. ")?;
        self.spaces();
        if let Some(month) = self.month() {
            self.take_any("-/. ,");
            self.spaces();
            let year = self.year()?;
            return Date::new(year, month, first);
        }
        let second = self.two().filter(|_| between != ' ')?;
        self.take_any("-/.").filter(|c| *c == between)?;
        let year = self.year()?;
        // With points the day always comes first.
        match order {
            DateOrder::MonthFirst if between != '.' => Date::new(year, first, second),
            _ => Date::new(year, second, first),
        }
    }

    /// `Nov 22, 2026`.
    fn month_day_year(&mut self, month: u32) -> Option<Date> {
        self.spaces();
        let day = self.number_up_to(31)?;
        self.take_any(",");
        self.spaces();
        let year = self.year()?;
        Date::new(year, month, day)
    }

    fn number_up_to(&mut self, most: u32) -> Option<u32> {
        self.digits().filter(|(number, length)| *length <= 2 && *number <= most).map(|(number, _)| number)
    }

    /// A year of four digits, or of two in this century.
    fn year(&mut self) -> Option<i32> {
        let (year, length) = self.digits()?;
        let year = i32::try_from(year).ok()?;
        match length {
            4 => Some(year),
            2 => Some(2000 + year),
            _ => None,
        }
    }

    /// The name of a month, or its first three letters.
    fn month(&mut self) -> Option<u32> {
        let word: String =
            self.chars.get(self.at..)?.iter().take_while(|c| c.is_ascii_alphabetic()).take(10).collect();
        let month = MONTHS.iter().position(|month| word.starts_with(month))?;
        self.at += word.len();
        self.take_any(".");
        u32::try_from(month + 1).ok()
    }

    /// `9:30`, `09:30:15.250`, `下午3:05`, `3:05 pm`, `9时30分`.
    fn time(&mut self) -> Option<u32> {
        let mut half = self.half();
        self.spaces();
        let (hour, length) = self.digits()?;
        if length > 2 {
            return None;
        }
        let (mut minute, mut second, mut millis) = (0, 0, 0);
        if let Some(c) = self.take_any(":时時点點") {
            match self.two() {
                Some(number) => minute = number,
                None if c != ':' => {}
                None => return None,
            }
            if let Some(c) = self.take_any(":分") {
                match self.two() {
                    Some(number) => second = number,
                    None if c != ':' => {}
                    None => return None,
                }
                self.take_any("秒");
                if self.take_any(".,").is_some() {
                    millis = self.fraction()?;
                }
            }
        } else if half.is_none() {
            self.spaces();
            half = Some(self.half()?);
        }
        self.spaces();
        let half = half.or_else(|| self.half());
        let hour = match half {
            None => hour,
            Some(_) if hour == 0 || hour > 12 => hour,
            Some(after_noon) => hour % 12 + if after_noon { 12 } else { 0 },
        };
        time_of_day(hour, minute, second, millis)
    }

    fn two(&mut self) -> Option<u32> {
        self.digits().filter(|(_, length)| *length <= 2).map(|(number, _)| number)
    }

    /// Whether it is after noon, where that is said.
    fn half(&mut self) -> Option<bool> {
        let words =
            [("上午", false), ("下午", true), ("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)];
        words.into_iter().find(|(word, _)| self.take(word)).map(|(_, after_noon)| after_noon)
    }

    /// Digits behind the point of a second, as milliseconds.
    fn fraction(&mut self) -> Option<u32> {
        let digits: String = self.chars.get(self.at..)?.iter().take_while(|c| c.is_ascii_digit()).collect();
        self.at += digits.len();
        let three: String = digits.chars().chain("000".chars()).take(3).collect();
        if digits.is_empty() { None } else { three.parse().ok() }
    }

    /// Minutes ahead of UTC, where that is said: `Z`, `+01:00`, `+0800`, `+08`, `UTC`.
    fn offset(&mut self) -> Option<Option<i32>> {
        if self.take("utc") || self.take("gmt") || self.take("z") {
            self.spaces();
            if self.at == self.chars.len() {
                return Some(Some(0));
            }
        }
        let Some(sign) = self.take_any("+-−") else { return Some(None) };
        let (number, length) = self.digits()?;
        let (hours, minutes) = match length {
            1 | 2 => (number, if self.take_any(":").is_some() { self.two()? } else { 0 }),
            4 => (number / 100, number % 100),
            _ => return None,
        };
        let minutes = i32::try_from((hours < 15 && minutes < 60).then_some(hours * 60 + minutes)?).ok()?;
        Some(Some(if sign == '+' { minutes } else { -minutes }))
    }
}
