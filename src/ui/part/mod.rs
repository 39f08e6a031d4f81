//! The parts that pages are made of.

mod button;
mod case_row;
mod choice;
mod conflict;
mod dialog;
mod empty;
mod fetched;
mod icon;
mod language;
mod live;
mod movers;
mod passphrase;
mod pause;
mod picture;
mod reason;
mod said;
mod scale;
mod search_field;
mod select;
mod sign_dialog;
mod signature_pad;
mod staff_choice;
mod staff_select;
mod text_field;
mod time_text;
mod toast;
mod window_list;
mod zone_differs;

pub(super) use button::Button;
pub(super) use case_row::{StaffNames, case_row, case_row_to, customers_case_row, due_mark, use_staff_names};
pub(super) use choice::{Choice, ChoiceOption};
pub(super) use conflict::conflict_cards;
pub(super) use dialog::Dialog;
pub(super) use empty::Empty;
pub(super) use fetched::fetched;
pub(super) use icon::{Glyph, Icon};
pub(super) use language::LanguageChoice;
pub(super) use live::live;
pub(super) use movers::{focus_moved, mover, movers, on_arrows, up_and_down};
pub(super) use passphrase::{AskPassphrase, NewPassphrase, PassphraseFields};
pub(super) use pause::{counted_down, in_vain};
pub(super) use picture::Picture;
pub(super) use reason::ReasonDialog;
pub(super) use said::{Text, label, said};
pub(super) use scale::Scale;
pub(super) use search_field::SearchField;
pub(super) use select::Select;
pub(super) use sign_dialog::{SignDialog, Signed};
pub(super) use staff_choice::StaffChoice;
pub(super) use staff_select::StaffSelect;
pub(super) use text_field::{TextArea, TextField};
pub(super) use time_text::TimeText;
pub(super) use toast::ToastView;
pub(super) use window_list::WindowList;
pub(super) use zone_differs::ZoneDiffers;

use std::sync::atomic::{AtomicU32, Ordering};

/// A name for an element that a label or a hint points at, used nowhere else on the page.
pub(super) fn fresh_id(prefix: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
