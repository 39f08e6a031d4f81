//! The words by which a list says that a day is free or worked.

use super::collect::{DayFault, Mark};
use crate::domain::text::{fold_for_search, half_width};

/// Free although `班` stands in it.
const NOT_WORKED: [&str; 8] =
    ["不上班", "不用上班", "无需上班", "無需上班", "无须上班", "無須上班", "停班", "休班"];
/// Lengthening a holiday by days that are worked elsewhere: alone, a free day.
const SHIFTED: [&str; 4] = ["调休", "調休", "调整", "調整"];
const WORKED: [&str; 2] = ["班", "工作日"];
const WORKED_ENGLISH: [&str; 5] = ["make-up", "makeup", "make up", "workday", "working day"];
const FREE: [&str; 5] = ["休", "假", "holiday", "day off", "closed"];
/// Words that say only whether a day is free, and so are no part of its name.
const MARKS: [&str; 22] = [
    "休",
    "班",
    "假",
    "放假",
    "上班",
    "调休",
    "調休",
    "补班",
    "補班",
    "补班日",
    "補班日",
    "调休上班",
    "調休上班",
    "补上班",
    "補上班",
    "补行上班",
    "補行上班",
    "放假调休",
    "休息",
    "工作日",
    "make-up day",
    "holiday",
];

/// What a text says of its day; nothing if it says neither.
pub(super) fn mark(text: &str) -> Result<Option<Mark>, DayFault> {
    let mut plain = without_remarks(&fold_for_search(text));
    for words in NOT_WORKED {
        plain = plain.replace(words, "休");
    }
    if WORKED_ENGLISH.iter().any(|words| plain.contains(words)) {
        return Ok(Some(Mark::MakeUp(said_weekday(&plain))));
    }
    let worked = WORKED.iter().any(|words| plain.contains(words));
    let shifted = SHIFTED.iter().any(|words| plain.contains(words));
    let rest = SHIFTED.iter().fold(plain.clone(), |text, words| text.replace(words, ""));
    let free = FREE.iter().any(|words| rest.contains(words));
    match (worked, free) {
        (true, true) => Err(DayFault::Unclear),
        (true, false) => Ok(Some(Mark::MakeUp(said_weekday(&plain)))),
        (false, free) => Ok((free || shifted).then_some(Mark::Holiday)),
    }
}

/// Without what stands in brackets together with digits, such as the date for which a day stands in.
fn without_remarks(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        plain.push_str(before);
        match after.split_once(')') {
            Some((within, left)) => {
                if !within.bytes().any(|byte| byte.is_ascii_digit()) {
                    plain.push('(');
                    plain.push_str(within);
                    plain.push(')');
                }
                rest = left;
            }
            None => {
                rest = after;
                break;
            }
        }
    }
    plain + rest
}

/// The weekday whose work is made up for: `补周一`, `上星期五的班`, `like monday`.
fn said_weekday(plain: &str) -> Option<u8> {
    const ENGLISH: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let english =
        ["like ", "for "].iter().filter_map(|word| plain.split_once(word)).find_map(|(_, after)| {
            ENGLISH.iter().position(|name| after.trim_start_matches("a ").starts_with(name))
        });
    let chinese = || {
        ["补", "補", "上"].iter().flat_map(|word| plain.split(word).skip(1)).find_map(|after| {
            let day =
                ["周", "週", "星期", "礼拜", "禮拜"].iter().find_map(|week| after.strip_prefix(week))?;
            match day.chars().next()? {
                '日' | '天' => Some(6),
                day => "一二三四五六".chars().position(|name| name == day),
            }
        })
    };
    english.or_else(chinese).and_then(|weekday| u8::try_from(weekday).ok())
}

/// The name without the words that only mark it.
pub(super) fn name(text: &str) -> String {
    let is_mark = |part: &str| MARKS.contains(&fold_for_search(part).trim());
    let mut kept = String::new();
    let mut rest = text;
    // Brackets around a mark go with it.
    while let Some((open, bracket)) =
        rest.char_indices().find(|(_, c)| matches!(half_width(*c), '(' | '[' | '【'))
    {
        let after = &rest[open + bracket.len_utf8()..];
        kept.push_str(&rest[..open]);
        match after.char_indices().find(|(_, c)| matches!(half_width(*c), ')' | ']' | '】')) {
            Some((close, end)) if is_mark(&after[..close]) => rest = &after[close + end.len_utf8()..],
            _ => {
                kept.push(bracket);
                rest = after;
            }
        }
    }
    kept.push_str(rest);
    let separates =
        |c: char| c.is_whitespace() || matches!(half_width(c), ',' | ';' | ':' | '|' | '-' | '、' | '。');
    let mut name = kept.trim_matches(separates);
    while let Some((before, last)) = name.rsplit_once(separates).filter(|(_, last)| is_mark(last)) {
        let _ = last;
        name = before.trim_matches(separates);
    }
    while let Some((_, after)) = name.split_once(separates).filter(|(first, _)| is_mark(first)) {
        name = after.trim_matches(separates);
    }
    if is_mark(name) { String::new() } else { name.to_owned() }
}
