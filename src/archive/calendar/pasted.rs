//! Lists of days as people paste them: a line for each day or range, or the text of a notice.

use super::MAX_CALENDAR_BYTES;
use super::collect::{Collect, DayFault, DayList, Mark};
use super::marks::{mark, name};
use super::scan::{NotThere, Scan, is_weekday};
use crate::domain::date::Date;

/// Reads a list. Each sentence names a date, a range, or several of them, and perhaps a name and whether
/// the day is free or worked; without that word it is free. A date without a year is of the year that was
/// named last. Lines that begin with `#` are passed over.
#[must_use]
pub fn read_pasted(text: &str) -> DayList {
    if text.len() > MAX_CALENDAR_BYTES {
        return DayList::refused(DayFault::TooLarge(MAX_CALENDAR_BYTES));
    }
    let mut collect = Collect::default();
    let mut year = None;
    for (at, line) in text.lines().enumerate() {
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if !line.is_empty() && !line.starts_with('#') {
            read_line(at + 1, line, &mut year, &mut collect);
        }
    }
    collect.finish()
}

fn read_line(at: usize, line: &str, year: &mut Option<i32>, collect: &mut Collect) {
    let mut title = String::new();
    let mut found_any = false;
    for sentence in line.split(['。', '；']).filter(|sentence| !sentence.trim().is_empty()) {
        let mut scan = Scan::new(sentence);
        let Some((begins, first)) = scan.find(*year) else { continue };
        found_any = true;
        let said = title_of(&scan.text(0, begins));
        if !said.is_empty() {
            title = said;
        }
        let days = match days(&mut scan, first, year) {
            Ok(days) => days,
            Err(fault) => return collect.problem(at, fault),
        };
        let rest = scan.text(scan.at, scan.chars.len());
        let mark = match mark(&format!("{} {rest}", scan.text(0, begins))) {
            Ok(mark) => mark.unwrap_or(Mark::Holiday),
            Err(fault) => return collect.problem(at, fault),
        };
        let name = if title.is_empty() { name(&rest) } else { title.clone() };
        for range in days {
            collect.add(at, range, mark, &name);
        }
    }
    if found_any {
        return;
    }
    // A heading names the year of what follows.
    match Scan::new(line).year() {
        Some(named) => *year = Some(named),
        None => collect.problem(at, DayFault::NoDate),
    }
}

/// The dates and ranges that stand one after the other.
fn days(
    scan: &mut Scan,
    first: Result<Date, NotThere>,
    year: &mut Option<i32>,
) -> Result<Vec<(Date, Date)>, DayFault> {
    let fault = |why| match why {
        NotThere::NoSuchDay => DayFault::NoSuchDay,
        NotThere::NoYear => DayFault::NoYear,
    };
    let mut days = Vec::new();
    let mut found = first;
    loop {
        let first = found.map_err(fault)?;
        let last = scan.range_end(first).unwrap_or(Ok(first)).map_err(fault)?;
        *year = Some(first.year());
        days.push((first, last));
        let before = scan.at;
        let next = if scan.and() { scan.date(*year) } else { None };
        match next {
            Some(next) => found = next,
            None => {
                scan.at = before;
                return Ok(days);
            }
        }
    }
}

/// What stands before a date: a name, perhaps with the number of its paragraph. A weekday is none.
fn title_of(text: &str) -> String {
    let text = text.trim();
    if is_weekday(text.trim_end_matches([',', '.'])) {
        return String::new();
    }
    let numbered = text.split_once(['、', '.', '．']).filter(|(number, _)| {
        !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    });
    name(numbered.map_or(text, |(_, rest)| rest))
}
