//! Another time and place for the browser: where its clock hangs, and what it shows.

use crate::Screen;
use serde_json::json;

impl Screen {
    /// Hangs the browser's clock elsewhere, as in `Asia/Shanghai`.
    pub async fn set_zone(&self, zone: &str) {
        self.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await;
    }

    /// Lets the browser's clock show so many milliseconds more than it does.
    pub async fn set_later(&self, by: u64) {
        let later = "return new Date(Date.now() + arguments[0]).toISOString()";
        let later = self.script(later, vec![by.into()]).await;
        self.set_clock(later.as_str().unwrap_or_default()).await;
    }

    /// Lets the browser's clock show this moment, as in `2026-02-13T16:30:00+08:00`, and go on from
    /// there: in every page that is opened from now on, and in the one that is open.
    pub async fn set_clock(&self, moment: &str) {
        let shift = format!(
            "(() => {{
                const Real = window.RealDate || Date;
                window.RealDate = Real;
                const began = {};
                const ahead = Real.parse('{moment}') - began;
                window.Date = class extends Real {{
                    constructor(...given) {{
                        if (given.length > 0) super(...given);
                        else super(Real.now() + ahead);
                    }}
                    static now() {{ return Real.now() + ahead; }}
                }};
            }})()",
            self.script("return (window.RealDate || Date).now()", vec![]).await
        );
        self.before_each_page(&shift).await;
        self.script(&shift, vec![]).await;
    }
}
