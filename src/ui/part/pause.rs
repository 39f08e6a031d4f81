use leptos::prelude::*;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

/// How many seconds must pass before the next try, counted down as long as the page is shown.
pub(crate) fn counted_down(left: fn() -> u64) -> RwSignal<u64> {
    let pause = RwSignal::new(left());
    let tick = move || {
        let left = left();
        if pause.get_untracked() != left {
            pause.set(left);
        }
    };
    let ticking = set_interval_with_handle(tick, SECOND);
    on_cleanup(move || {
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
    });
    pause
}

/// What stands beside a field after a try in vain: that it was another one, and how long to wait.
pub(crate) fn in_vain(wrong: Option<&str>, seconds: u64, wait: impl Fn(&u64) -> String) -> Option<String> {
    let wait = (seconds != 0).then(|| wait(&seconds));
    // A Chinese sentence ends with its own room.
    let between = if wrong.is_some_and(|wrong| wrong.ends_with('。')) { "" } else { " " };
    let words: Vec<String> = wrong.map(str::to_owned).into_iter().chain(wait).collect();
    (!words.is_empty()).then(|| words.join(between))
}
