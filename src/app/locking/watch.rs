//! Watches for the time without anybody, in this tab and, by the note they share, in all others.

use super::{Lock, NOTE};
use crate::app::desk::{Desk, lock_noted};
use crate::app::tries::Refused;
use crate::archive::sealed::{Passphrase, SealError, open_with, seal_armored};
use crate::platform::{clock::now_ms, pause::pause, preferences, veil};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// How often the note is looked at.
const TICK: Duration = Duration::from_secs(1);
/// How often somebody who is here is noted.
const RENEWED_MS: u64 = 2_000;
/// What is sealed: that it opens is all that matters.
const CHECK: &[u8] = b"casebook";

/// What draws the page of a locked screen; it goes when what it gives is dropped.
pub type DrawLocked = fn(Desk) -> Box<dyn Any>;

thread_local! {
    static WATCHING: Cell<Option<DrawLocked>> = const { Cell::new(None) };
}

/// Why there is no lock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotSet {
    /// The passphrase could not be guarded.
    Sealing(SealError),
    /// The browser does not remember it.
    NotKept,
}

/// Writes the note again; the store keeps it soon.
fn note(desk: Desk, lock: &Lock) {
    spawn_local(desk.keep_note(NOTE, lock.to_text()));
}

/// Sets the lock up.
///
/// # Errors
/// [`NotSet`] says why there is none.
pub async fn set_up(desk: Desk, passphrase: &Passphrase, minutes: u32) -> Result<(), NotSet> {
    pause().await;
    let check = seal_armored(passphrase, CHECK).map_err(NotSet::Sealing)?;
    let new = Lock::new(check, minutes, now_ms());
    let outlives = desk.keep_note(NOTE, new.to_text());
    if lock_noted().as_ref() != Some(&new) {
        return Err(NotSet::NotKept);
    }
    outlives.await;
    desk.lockable.set(true);
    Ok(())
}

/// Sets after how many minutes without anybody the screen locks.
pub fn set_minutes(desk: Desk, minutes: u32) {
    if let Some(mut lock) = lock_noted() {
        lock.minutes = minutes;
        lock.open(now_ms());
        note(desk, &lock);
    }
}

/// Takes the lock off.
pub fn take_off(desk: Desk) {
    spawn_local(desk.forget_note(NOTE));
    desk.lockable.set(false);
}

/// Locks the screen, here and in all tabs.
pub fn lock_now(desk: Desk) {
    if let Some(mut lock) = lock_noted() {
        lock.close();
        note(desk, &lock);
        look(desk);
    }
}

/// Tries a passphrase: opens the screen, in all tabs, or says why not.
///
/// # Errors
/// [`Refused`]; after a wrong one there is a pause, which is longer each time.
pub async fn try_open(desk: Desk, passphrase: Passphrase) -> Result<(), Refused> {
    // Where there is no lock any more, nothing is closed.
    let opened = fits(desk, passphrase).await.unwrap_or(Ok(()));
    look(desk);
    opened
}

/// Tries the lock's passphrase in the place of the code that a customer's screen was handed over with.
///
/// # Errors
/// As [`try_open`]; also where there is no lock.
pub async fn open_for_asking(desk: Desk, passphrase: Passphrase) -> Result<(), Refused> {
    fits(desk, passphrase).await.unwrap_or(Err(Refused::Wrong))?;
    look(desk);
    Ok(())
}

/// Whether a passphrase is the lock's, which is open then; `None` where there is no lock.
async fn fits(desk: Desk, passphrase: Passphrase) -> Option<Result<(), Refused>> {
    // The browser says first that it is at work.
    pause().await;
    let lock = lock_noted()?;
    match lock.pause(now_ms()) {
        0 => {}
        seconds => return Some(Err(Refused::Wait(seconds))),
    }
    let opened = open_with(&passphrase, lock.check.as_bytes()).map(drop).map_err(|_| Refused::Wrong);
    // Another tab may have written the note meanwhile.
    let mut lock = lock_noted().unwrap_or(lock);
    match opened {
        Ok(()) => lock.open(now_ms()),
        Err(_) => lock.refuse(now_ms()),
    }
    note(desk, &lock);
    Some(opened)
}

/// Watches from here on, once.
pub fn watch(desk: Desk, draw: DrawLocked) {
    if WATCHING.replace(Some(draw)).is_some() {
        return;
    }
    let last = Cell::new(0_u64);
    let here = Rc::new(move || {
        let now = now_ms();
        // What a customer does on the shop's screen says nothing of the shop's people.
        if now.abs_diff(last.get()) < RENEWED_MS || desk.asking.get_untracked() {
            return;
        }
        last.set(now);
        // First: the time may have passed while the device slept.
        look(desk);
        if let Some(mut lock) = lock_noted().filter(|lock| !lock.is_locked(now)) {
            lock.renew(now);
            // Too often for the store, which need not know: earlier locked is no harm.
            preferences::set(NOTE, &lock.to_text());
        }
    });
    let (moved, pressed, typed) = (here.clone(), here.clone(), here);
    let listeners = [
        window_event_listener(ev::pointermove, move |_| moved()),
        window_event_listener(ev::pointerdown, move |_| pressed()),
        window_event_listener(ev::keydown, move |event| {
            let wished =
                event.shift_key() && (event.ctrl_key() || event.meta_key()) && event.code() == "KeyL";
            if wished && !desk.asking.get_untracked() && lock_noted().is_some() {
                event.prevent_default();
                return lock_now(desk);
            }
            typed();
        }),
        // Timers of a page that is not in view may rest.
        window_event_listener(ev::visibilitychange, move |_| look(desk)),
        window_event_listener(ev::focus, move |_| look(desk)),
    ];
    // They stay as long as the page does.
    listeners.into_iter().for_each(std::mem::forget);
    set_interval(move || look(desk), TICK);
    look(desk);
}

/// Does what the note says.
fn look(desk: Desk) {
    let lock = lock_noted();
    if lock.is_none() && desk.lockable.get_untracked() {
        // It was taken off in another tab, or by whoever looks after the device.
        spawn_local(desk.forget_note(NOTE));
    }
    change(desk.lockable, lock.is_some());
    let locked = lock.is_some_and(|lock| lock.is_locked(now_ms()));
    change(desk.locked, locked);
    if !locked {
        veil::lift();
        return change(desk.unseen, false);
    }
    // A customer's screen shows nothing of the shop, and is not taken from them; what comes after it, is. And where
    // the pages were never drawn, there is nothing to take away.
    if desk.asking.get_untracked() {
        return change(desk.unseen, true);
    }
    if let Some(draw) = WATCHING.get().filter(|_| !desk.unseen.get_untracked() && !veil::is_drawn()) {
        desk.toast.set(None);
        veil::draw(|| draw(desk));
    }
}

/// Sets what is not so yet.
fn change(signal: RwSignal<bool>, to: bool) {
    if signal.get_untracked() != to {
        signal.set(to);
    }
}
