//! The shop, its people, and this device.

mod conflicts;
mod follow_ups;
mod hours;
mod kept;
mod logo;
mod messages;
mod prices;
mod priorities;
mod promises;
mod shop;
mod staff;

pub(super) use kept::{KeptLine, Wrong};
pub(super) use logo::LogoField;
pub(super) use shop::{HoursDisclosure, shop_conflicts};
pub(super) use staff::MeChoice;

use super::lock::LockSetting;
use super::safety::SampleSection;
use crate::app::desk::use_desk;
use crate::ui::part::{Glyph, Icon, LanguageChoice, said};
use crate::ui::route::Route;
use follow_ups::ShopFollowUps;
use leptos::prelude::*;
use messages::ShopMessages;
use prices::ShopPrices;
use priorities::ShopPriorities;
use promises::ShopPromises;
use shop::{PapersLanguage, ShopHours, ShopProfile};
use staff::StaffList;

/// What can be set: each change is kept as it is made.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    let desk = use_desk();
    let shop = Memo::new(move |_| desk.shop());
    view! {
        <div class="page settings">
            <div class="page-head"><h1>{said(|t| t.settings().title)}</h1></div>
            <div class="settings-columns">
                <div class="settings-column">
                    <ShopProfile shop=shop/>
                    <StaffList/>
                    <ShopPriorities shop=shop/>
                    <ShopFollowUps shop=shop/>
                    <ShopPromises shop=shop/>
                </div>
                <div class="settings-column">
                    <section class="section card">
                        <h2>{said(|t| t.settings().screen)}</h2>
                        <LanguageChoice/>
                        <MeChoice/>
                    </section>
                    <LockSetting/>
                    <ShopHours shop=shop/>
                    <PapersLanguage shop=shop/>
                    <ShopPrices shop=shop/>
                    <ShopMessages shop=shop/>
                    <section class="section card">
                        <h2>{said(|t| t.process().title)}</h2>
                        <p>{said(|t| t.process().settings_text)}</p>
                        <div class="btn-row">
                            <a class="btn" href=Route::Processes.href()>
                                <Icon glyph=Glyph::Process/>
                                {said(|t| t.process().settings_open)}
                            </a>
                        </div>
                    </section>
                    <section class="section card">
                        <h2>{said(|t| t.improvement().title)}</h2>
                        <p>{said(|t| t.improvement().settings_text)}</p>
                        <div class="btn-row">
                            <a class="btn" href=Route::Improvements.href()>
                                <Icon glyph=Glyph::Flag/>
                                {said(|t| t.improvement().settings_open)}
                            </a>
                        </div>
                    </section>
                    <section class="section card">
                        <h2>{said(|t| t.settings().data)}</h2>
                        <p>{said(|t| t.settings().data_text)}</p>
                        <div class="btn-row">
                            <a class="btn" href=Route::Data.href()>
                                <Icon glyph=Glyph::Data/>
                                {said(|t| t.settings().data_open)}
                            </a>
                        </div>
                    </section>
                    <SampleSection/>
                    <section class="section about">
                        <h2>{said(|t| t.settings().about)}</h2>
                        <p class="small muted">
                            {Signal::derive(move || desk.t().settings().about_text(&env!("CARGO_PKG_VERSION")))}
                        </p>
                    </section>
                </div>
            </div>
        </div>
    }
    .into_any()
}
