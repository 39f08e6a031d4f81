//! The sample shop.
use casebook::app::sample::generate;
use casebook::app::story::{Look, story};
use casebook::catalog;
use casebook::domain::case::*;
use casebook::domain::customer::*;
use casebook::domain::asset::*;
use casebook::domain::lang::Lang;
use casebook::domain::record::*;
use casebook::domain::staff::*;
use casebook::i18n::when;

#[test]
fn dump() {
    let now = 1_793_523_600_000;
    for lang in Lang::ALL {
        let r = generate(1, 40, lang, now);
        let staff = |id: &casebook::domain::id::StaffId| Staff::of(&r.journal::<StaffKind>(id.as_str())).name().cloned();
        let customer = |id: &casebook::domain::id::CustomerId| Customer::of(&r.journal::<CustomerKind>(id.as_str())).name().cloned();
        let asset = |id: &casebook::domain::id::AssetId| Some(Asset::of(&r.journal::<AssetKind>(id.as_str())).line());
        for (key, record) in &r.0 {
            let Some(j) = CaseKind::of(record) else { continue };
            let c = Case::of(j);
            let p = c.process().and_then(|p| catalog::process(lang, p));
            let look = Look { lang, now, process: p, staff: &staff, customer: &customer, asset: &asset };
            println!("== {key} {} {:?} {:?} {}", c.number().unwrap(), c.stage().unwrap(), c.status(), p.unwrap().at.id);
            for l in story(j, &look) {
                println!("{} {} {}{}{} {:?} {:?}", when::exact(lang, l.stamp.millis, |_| 480), if l.undone {"~~"} else {""}, l.author, if lang.is_chinese() {""} else {" "}, l.text, l.detail, l.kind);
            }
        }
        println!("entries {}", r.entries());
    }
}
