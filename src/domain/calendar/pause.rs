//! Times that do not count.

use super::Moment;
use std::borrow::Cow;

/// A time that does not count, whether the shop is open in it or not. One that ends before it
/// begins is none.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Pause {
    /// When it begins.
    pub from: Moment,
    /// When it ends; nothing while it lasts.
    pub to: Option<Moment>,
}

/// What a pause without an end is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// It lasts for ever.
    Lasts,
    /// As if it were not there.
    Ignored,
}

impl Open {
    fn end(self, pause: &Pause) -> Moment {
        match (pause.to, self) {
            (Some(to), _) => to,
            (None, Self::Lasts) => Moment::of_number(u32::MAX),
            (None, Self::Ignored) => pause.from,
        }
    }
}

/// Pauses in order, none touching the next before its end.
pub(super) struct Pauses<'a> {
    list: Cow<'a, [Pause]>,
    open: Open,
    next: usize,
}

impl<'a> Pauses<'a> {
    /// Pauses of any order may overlap. Those that are in order already are not copied.
    pub(super) fn new(pauses: &'a [Pause], open: Open) -> Self {
        let in_order = pauses.iter().all(|pause| pause.from <= open.end(pause))
            && pauses.windows(2).all(|pair| open.end(&pair[0]) <= pair[1].from);
        let list = if in_order { Cow::Borrowed(pauses) } else { Cow::Owned(merged(pauses, open)) };
        Self { list, open, next: 0 }
    }

    /// The first part of a time, up to where it changes between counted and paused: its end and
    /// whether it is paused. The times asked for must not go back.
    pub(super) fn part(&mut self, from: Moment, to: Moment) -> (Moment, bool) {
        while let Some(pause) = self.list.get(self.next) {
            let end = self.open.end(pause);
            if end <= from || end <= pause.from {
                self.next += 1;
            } else if pause.from <= from {
                return (end.min(to), true);
            } else {
                return (pause.from.min(to), false);
            }
        }
        (to, false)
    }
}

fn merged(pauses: &[Pause], open: Open) -> Vec<Pause> {
    let mut sorted: Vec<(Moment, Moment)> =
        pauses.iter().map(|pause| (pause.from, open.end(pause))).filter(|(from, to)| from < to).collect();
    sorted.sort_unstable();
    let mut merged: Vec<Pause> = Vec::with_capacity(sorted.len());
    for (from, to) in sorted {
        match merged.last_mut() {
            Some(Pause { to: Some(last), .. }) if *last >= from => *last = (*last).max(to),
            _ => merged.push(Pause { from, to: Some(to) }),
        }
    }
    merged
}
