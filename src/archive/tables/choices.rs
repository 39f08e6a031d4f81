//! Choices by the words that people use for them.

use super::here::Trait;
use crate::domain::case::{Channel, Status, Urgency};
use crate::domain::lang::Lang;
use crate::i18n::{Named, texts};

/// Words for a case that is done, besides the name of that state.
const DONE: [&str; 16] = [
    "done",
    "closed",
    "completed",
    "complete",
    "finished",
    "resolved",
    "delivered",
    "已完成",
    "完成",
    "已结案",
    "结案",
    "已關閉",
    "已关闭",
    "已结束",
    "結案",
    "已結案",
];
/// Words for a case that is no longer wanted.
const GONE: [&str; 8] = ["cancelled", "canceled", "withdrawn", "rejected", "已取消", "取消", "作废", "作廢"];
/// Words for a case that needs work.
const GOING: [&str; 12] = [
    "open",
    "new",
    "pending",
    "inprogress",
    "waiting",
    "处理中",
    "进行中",
    "處理中",
    "進行中",
    "待处理",
    "待處理",
    "未完成",
];

/// Words for degrees of urgency, besides their names.
const URGENT: [(&str, Urgency); 15] = [
    ("low", Urgency::Low),
    ("低", Urgency::Low),
    ("medium", Urgency::Normal),
    ("中", Urgency::Normal),
    ("普通", Urgency::Normal),
    ("正常", Urgency::Normal),
    ("high", Urgency::High),
    ("高", Urgency::High),
    ("紧急", Urgency::High),
    ("緊急", Urgency::High),
    ("加急", Urgency::High),
    ("急", Urgency::High),
    ("critical", Urgency::Emergency),
    ("非常紧急", Urgency::Emergency),
    ("非常緊急", Urgency::Emergency),
];
/// Words for ways in which requests come, besides their names.
const WAYS: [(&str, Channel); 10] = [
    ("counter", Channel::WalkIn),
    ("phonecall", Channel::Phone),
    ("call", Channel::Phone),
    ("來電", Channel::Phone),
    ("来电", Channel::Phone),
    ("email", Channel::Email),
    ("wechat", Channel::Chat),
    ("微信", Channel::Chat),
    ("line", Channel::Chat),
    ("whatsapp", Channel::Chat),
];

/// Whether a case is open, by its name or another word for it.
pub(super) fn status(text: &str) -> Option<Status> {
    let is = |words: &[&str]| words.iter().any(|word| Trait::name(word) == Trait::name(text));
    let all = [(&GOING[..], Status::Open), (&DONE, Status::Closed), (&GONE, Status::Withdrawn)];
    let word = all.into_iter().find(|(words, _)| is(words)).map(|(_, status)| status);
    word.or_else(|| named(&[Status::Open, Status::Closed, Status::Withdrawn], &[], text))
}

/// How urgent something is.
pub(super) fn urgency(text: &str) -> Option<Urgency> {
    named(&Urgency::ALL, &URGENT, text)
}

/// The way in which a request came.
pub(super) fn channel(text: &str) -> Option<Channel> {
    named(&Channel::ALL, &WAYS, text)
}

/// The choice that is called so in one of the languages, or by one of these words.
fn named<T: Named + Copy>(all: &[T], words: &[(&str, T)], text: &str) -> Option<T> {
    let wanted = Trait::name(text)?;
    let is = |name: &str| Trait::name(name).as_ref() == Some(&wanted);
    let choice = |choice: &&T| Lang::ALL.iter().any(|lang| is(choice.name(texts(*lang))));
    let word = || words.iter().find(|(word, _)| is(word)).map(|(_, choice)| *choice);
    all.iter().find(choice).copied().or_else(word)
}
