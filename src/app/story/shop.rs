//! What the shop and its people have, in words.

use crate::domain::id::StaffId;
use crate::domain::lang::Lang;
use crate::domain::needs::Priority;
use crate::domain::shop::{ShopField, ShopKey};
use crate::domain::staff::{StaffField, StaffKey};
use crate::i18n::care::rules_words;
use crate::i18n::hours::{day_name, special_words, zone_place};
use crate::i18n::{Named, Texts, texts};
use crate::paper::hours_in_words;

/// What a field of the shop is called.
#[must_use]
pub fn shop_field_name(lang: Lang, key: ShopKey) -> String {
    let t = texts(lang);
    match key {
        ShopKey::Day(date) => return day_name(lang, date),
        ShopKey::Name => t.names().shop_name,
        ShopKey::Phone => t.names().shop_phone,
        ShopKey::Address => t.names().shop_address,
        ShopKey::Logo => t.names().shop_logo,
        ShopKey::Hours => t.names().shop_hours,
        ShopKey::Language => t.names().shop_language,
        ShopKey::Currency => t.names().shop_currency,
        ShopKey::TaxRate => t.names().shop_tax_rate,
        ShopKey::PricesIncludeTax => t.names().shop_prices_include_tax,
        ShopKey::PriorityMatrix => t.names().shop_priority_matrix,
        ShopKey::FollowUpRules => t.care().rules_title,
        ShopKey::MessageTemplates => t.message().templates_title,
        ShopKey::Zone => t.promise().zone,
        ShopKey::PromiseRules => t.promise().rules,
    }
    .to_owned()
}

/// Its value in words; nothing when it is empty. `staff` knows the people.
#[must_use]
pub fn shop_words(
    t: &'static Texts,
    staff: &dyn Fn(&StaffId) -> Option<String>,
    field: &ShopField,
) -> String {
    match field {
        ShopField::Name(text) | ShopField::Address(text) => text.clone(),
        ShopField::Phone(phone) => phone.as_ref().map(ToString::to_string).unwrap_or_default(),
        // Told apart by their marks; the one that counts meanwhile is shown above.
        ShopField::Logo(logo) => {
            logo.as_ref().map(|logo| logo.mark().as_str().to_owned()).unwrap_or_default()
        }
        ShopField::Hours(hours) => hours_in_words(t, hours),
        ShopField::Language(lang) => lang.own_name().to_owned(),
        ShopField::Currency(currency) => currency.code().to_owned(),
        ShopField::TaxRate(rate) => rate.to_string(),
        ShopField::PriorityMatrix(matrix) => {
            let row = |row: &[Priority; 4]| row.map(|priority| priority.name(t)).join(" ");
            matrix.0.each_ref().map(row).join(" / ")
        }
        ShopField::Zone(zone) => zone_place(t, *zone),
        ShopField::PromiseRules(rules) => {
            let to = match &rules.escalate_to {
                Some(id) => staff(id).unwrap_or_else(|| t.story().someone.to_owned()),
                None => t.hours().escalate_none.to_owned(),
            };
            let warns = t.promise().rules_words(&rules.warn_percent);
            [&warns, " · ", t.hours().escalate, t.common().colon, &to].concat()
        }
        ShopField::Day(_, day) => special_words(t, day.as_ref()),
        ShopField::FollowUpRules(rules) => rules_words(t, rules),
        ShopField::MessageTemplates(own) => {
            own.0.iter().map(|own| own.text.as_str()).collect::<Vec<_>>().join(" / ")
        }
        ShopField::PricesIncludeTax(true) => t.names().yes.to_owned(),
        ShopField::PricesIncludeTax(false) => t.names().no.to_owned(),
    }
}

/// What a field of a member of staff is called.
#[must_use]
pub fn staff_field_name(t: &'static Texts, key: StaffKey) -> &'static str {
    match key {
        StaffKey::Name => t.names().staff_name,
        StaffKey::Role => t.names().staff_role,
        StaffKey::Active => t.names().staff_active,
    }
}

/// Its value in words.
#[must_use]
pub fn staff_words(t: &'static Texts, field: &StaffField) -> String {
    match field {
        StaffField::Name(name) => name.clone(),
        StaffField::Role(role) => role.name(t).to_owned(),
        StaffField::Active(true) => t.names().yes.to_owned(),
        StaffField::Active(false) => t.names().no.to_owned(),
    }
}
