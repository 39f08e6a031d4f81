//! What the first page may ask for beyond showing itself. The code behind each is fetched then.

use super::backup::{Backup, Outcome};
use super::command::{self, NewShop, ShopPlace};
use super::desk::{Desk, Phase};
use super::folder::keeper;
use super::hours::first_days;
use super::import::{self, ImportError, Offer, Watch};
use super::{hearing, notifying, samples, start, tidy};
use crate::domain::calendar::Moment;
use crate::domain::case::CaseKind;
use crate::domain::id::{CaseId, StaffId};
use crate::domain::local_time::LocalTime;
use crate::domain::shop::{SHOP_ID, Shop, ShopKind};
use crate::on_demand;
use crate::platform;
use crate::search::summary::Summary;
use crate::store::{Durability, Store, StoreError};
use leptos::prelude::*;
use std::rc::Rc;

on_demand! { work:
    /// Takes the last action on a case back.
    pub fn undo(desk: Desk, case: CaseId) -> () {
        let journal = desk.records.with_untracked(|records| records.journal::<CaseKind>(case.as_str()));
        desk.save(command::undo(&desk.pen(), &case, &journal));
    }

    /// Opens the store where there is none, and keeps what could not be kept.
    pub fn try_again(desk: Desk) -> () { start::try_again(desk).await }

    /// Takes in what another tab tells; nothing when this one came into view.
    pub fn hear(desk: Desk, text: String) -> () { hearing::hear(desk, text).await }

    /// Holds everything that is open as not stored.
    pub fn hold_all(desk: Desk) -> () { desk.hold_all() }

    /// Looks in a moment for what other tabs have written.
    pub fn look_soon(desk: Desk) -> () { hearing::look_soon(desk).await }

    /// Fetches what nearly every next step needs, ahead of it, and tidies up from then on while
    /// nobody does anything.
    pub fn settle(desk: Desk) -> () { tidy::begin(desk) }

    /// Makes all summaries again: those that are stored are another version's.
    pub fn make_summaries(store: Rc<Store>) -> Result<Vec<Summary>, StoreError> { store.make_summaries().await }

    /// Hands the user a file with everything.
    pub fn export(backup: Backup) -> Outcome { backup.export().await }

    /// Looks what a file would do.
    pub fn offer(desk: Desk, bytes: Vec<u8>, watch: Watch) -> Result<Offer, ImportError> {
        import::offer(desk, bytes, watch).await
    }

    /// Fills the shop with sample data.
    pub fn add_samples(desk: Desk) -> () { samples::add(desk).await }

    /// Takes the sample data out again.
    pub fn remove_samples(desk: Desk) -> Result<(), StoreError> { samples::remove(desk).await }

    /// Tells of promises from now on, where the browser lets it.
    pub fn notify(desk: Desk) -> () { notifying::begin(desk) }

    /// Looks after the folder for copies from now on.
    pub fn keep_folder(backup: Backup) -> () { drop(keeper(backup)) }

    /// Names the shop and its people; says who is at this device. Where it cannot be stored
    /// the banner says so, and the work goes on.
    pub fn open_shop(desk: Desk, shop: NewShop, me: Option<StaffId>) -> () {
        desk.set_me(me);
        let known = desk.records.with_untracked(|records| Shop::of(&records.journal::<ShopKind>(SHOP_ID)));
        let zone = platform::clock::zone();
        let today = zone.local(Moment::of_millis(platform::clock::now_ms())).map(LocalTime::date);
        let days = today.map(|today| first_days(zone, today.year(), shop.language)).unwrap_or_default();
        let place = ShopPlace { zone, days };
        desk.commit(command::open_shop(&desk.pen(), &known, shop, place), Durability::Strict).await;
        desk.phase.set(Phase::Ready);
    }
}
