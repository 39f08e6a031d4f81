//! Which promises somebody is to be told of while the app is open: each once when it begins to warn,
//! and once when it is broken.

use crate::domain::calendar::Moment;
use crate::domain::promise::PromiseKind;
use crate::search::watch::NextDue;

/// Above this many at once they are told together.
pub const ONE_BY_ONE: usize = 3;
/// The most of what was told that is remembered beside what still holds.
const REMEMBERED: usize = 1_000;

/// How a promise stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    /// Much of its time is used.
    Warns,
    /// It is overdue.
    Broken,
}

/// Whose promises are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// Those of the cases that somebody at this device works on.
    Mine,
    /// All.
    All,
}

impl Wanted {
    /// The wish that a note of the browser spells.
    #[must_use]
    pub fn parse(note: &str) -> Option<Self> {
        match note {
            "mine" => Some(Self::Mine),
            "all" => Some(Self::All),
            _ => None,
        }
    }

    /// As the browser notes it.
    #[must_use]
    pub fn note(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::All => "all",
        }
    }
}

/// Who is at this device, and what they are told.
#[derive(Clone, Copy, Debug)]
pub struct Listener<'a> {
    /// What was wished for.
    pub wanted: Wanted,
    /// The id of who is here, or nothing.
    pub me: &'a str,
    /// Whether they are told of every promise that is broken.
    pub hears_all_broken: bool,
}

/// Something to tell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// The case.
    pub case: String,
    /// The promise.
    pub kind: PromiseKind,
    /// When it is due.
    pub due: Moment,
    /// How it stands.
    pub stage: Stage,
}

impl Notice {
    /// What the browser remembers of it, so that it is not told twice. A due time that moves is another.
    #[must_use]
    pub fn key(&self) -> String {
        let kind = PromiseKind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or_default();
        let stage = if self.stage == Stage::Warns { 'w' } else { 'b' };
        format!("{} {kind} {} {stage}", self.case, self.due.number())
    }
}

/// What holds now of the promises that are due next, each with its case and who works on that.
#[must_use]
pub fn holding<'a>(
    dues: impl Iterator<Item = (&'a str, &'a str, NextDue)>,
    listener: Listener<'_>,
    now: Moment,
) -> Vec<Notice> {
    let notice = |(case, assignee, next): (&str, &str, NextDue)| {
        let stage = match (now > next.due, now >= next.warn) {
            (true, _) => Stage::Broken,
            (false, true) => Stage::Warns,
            (false, false) => return None,
        };
        let mine = !listener.me.is_empty() && assignee == listener.me;
        let told =
            listener.wanted == Wanted::All || mine || (stage == Stage::Broken && listener.hears_all_broken);
        told.then(|| Notice { case: case.to_owned(), kind: next.kind, due: next.due, stage })
    };
    let mut found: Vec<Notice> = dues.filter_map(notice).collect();
    found.sort_by(|one, other| (one.due, &one.case).cmp(&(other.due, &other.case)));
    found
}

/// Those of them that were not told yet, and all that is to be remembered from now on. When nothing was
/// ever remembered, what holds already is on the screen and is not told.
#[must_use]
pub fn untold(holding: Vec<Notice>, told: Option<&str>) -> (Vec<Notice>, String) {
    let keys: Vec<String> = holding.iter().map(Notice::key).collect();
    let known: Vec<&str> = told.unwrap_or_default().lines().collect();
    let past = known.iter().filter(|key| !keys.iter().any(|held| held == *key));
    let past: Vec<&str> = past.copied().collect();
    let kept = &past[past.len().saturating_sub(REMEMBERED)..];
    let remember = kept.iter().copied().chain(keys.iter().map(String::as_str)).collect::<Vec<_>>().join("\n");
    let new = match told {
        None => Vec::new(),
        Some(_) => holding
            .into_iter()
            .zip(&keys)
            .filter(|(_, key)| !known.contains(&key.as_str()))
            .map(|(notice, _)| notice)
            .collect(),
    };
    (new, remember)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Listener<'_> = Listener { wanted: Wanted::All, me: "", hears_all_broken: false };

    fn next(due: u32) -> NextDue {
        let (due, warn) = (Moment::of_number(due), Moment::of_number(due - 30));
        NextDue { kind: PromiseKind::FirstResponse, due, warn, local: 0 }
    }

    fn stages(now: u32) -> Vec<Stage> {
        let dues = [("a", "", next(1000))];
        let found = holding(dues.into_iter(), ALL, Moment::of_number(now));
        found.into_iter().map(|notice| notice.stage).collect()
    }

    #[test]
    fn a_promise_warns_and_then_is_broken() {
        for (now, found) in [
            (969, vec![]),
            (970, vec![Stage::Warns]),
            (1000, vec![Stage::Warns]),
            (1001, vec![Stage::Broken]),
        ] {
            assert_eq!(stages(now), found, "{now}");
        }
    }

    #[test]
    fn each_hears_what_is_theirs() {
        let dues = || [("a", "ann", next(1000)), ("b", "bob", next(1010)), ("c", "", next(1500))].into_iter();
        let cases = |listener, now| {
            let found = holding(dues(), listener, Moment::of_number(now));
            found.into_iter().map(|notice| notice.case).collect::<Vec<_>>()
        };
        let mine = |me, hears_all_broken| Listener { wanted: Wanted::Mine, me, hears_all_broken };
        assert_eq!(cases(ALL, 990), ["a", "b"]);
        assert_eq!(cases(mine("bob", false), 990), ["b"]);
        // Who is told of broken promises hears of all of them, but of no other's warning.
        assert_eq!(cases(mine("bob", true), 1005), ["a", "b"]);
        assert_eq!(cases(mine("dan", true), 1005), ["a"]);
        assert_eq!(cases(mine("dan", true), 990), [""; 0]);
        // Nobody is nobody: a case without anybody is not theirs.
        assert_eq!(cases(mine("", false), 2000), [""; 0]);
    }

    #[test]
    fn nothing_is_told_twice() {
        let at = |now| holding([("a", "", next(1000))].into_iter(), ALL, Moment::of_number(now));
        // Whoever begins to listen sees on the screen what holds already.
        let (new, noted) = untold(at(980), None);
        assert_eq!((new.len(), noted.lines().count()), (0, 1));
        let (new, noted) = untold(at(990), Some(&noted));
        assert_eq!(new, []);
        let (new, noted) = untold(at(1001), Some(&noted));
        assert_eq!(new.iter().map(|notice| notice.stage).collect::<Vec<_>>(), [Stage::Broken]);
        let (new, noted) = untold(at(1002), Some(&noted));
        assert_eq!(new, []);
        // It went away, as when it is kept and that is taken back: not again.
        let (_, noted) = untold(Vec::new(), Some(&noted));
        assert_eq!(untold(at(1003), Some(&noted)).0, []);
        // A due time that moved is another.
        let moved = holding([("a", "", next(1200))].into_iter(), ALL, Moment::of_number(1190));
        assert_eq!(untold(moved, Some(&noted)).0.len(), 1);
    }

    #[test]
    fn what_is_remembered_does_not_grow_for_ever() {
        let old: Vec<String> = (0..5_000).map(|n| format!("old {n} 1 b")).collect();
        let present = holding([("a", "", next(1000))].into_iter(), ALL, Moment::of_number(1100));
        let (_, noted) = untold(present, Some(&old.join("\n")));
        assert_eq!(noted.lines().count(), REMEMBERED + 1);
        assert!(noted.ends_with(" 1000 b"), "{noted}");
    }
}
