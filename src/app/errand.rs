//! What the first page may ask for beyond showing itself. The code behind each is fetched then.

use super::backup::{Backup, Outcome};
use super::command::{self, NewShop};
use super::desk::{Desk, Phase};
use super::import::{self, ImportError, Offer};
use super::{samples, start};
use crate::domain::case::CaseKind;
use crate::domain::id::{CaseId, StaffId};
use crate::domain::record::RecordKey;
use crate::domain::shop::{SHOP_ID, Shop, ShopKind};
use crate::on_demand;
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

    /// Reads again what another tab has written.
    pub fn refresh(desk: Desk, keys: Vec<RecordKey>) -> () { start::refresh(desk, keys).await }

    /// Makes all summaries again: those that are stored are another version's.
    pub fn make_summaries(store: Rc<Store>) -> Result<Vec<Summary>, StoreError> { store.make_summaries().await }

    /// Hands the user a file with everything.
    pub fn export(backup: Backup) -> Outcome { backup.export().await }

    /// Looks what a file would do.
    pub fn offer(desk: Desk, bytes: Vec<u8>) -> Result<Offer, ImportError> { import::offer(desk, bytes).await }

    /// Fills the shop with sample data.
    pub fn add_samples(desk: Desk) -> () { samples::add(desk).await }

    /// Takes the sample data out again.
    pub fn remove_samples(desk: Desk) -> Result<(), StoreError> { samples::remove(desk).await }

    /// Names the shop and its people; says who is at this device. Where it cannot be stored
    /// the banner says so, and the work goes on.
    pub fn open_shop(desk: Desk, shop: NewShop, me: Option<StaffId>) -> () {
        desk.set_me(me);
        let known = desk.records.with_untracked(|records| Shop::of(&records.journal::<ShopKind>(SHOP_ID)));
        desk.commit(command::open_shop(&desk.pen(), &known, shop), Durability::Strict).await;
        desk.phase.set(Phase::Ready);
    }
}
