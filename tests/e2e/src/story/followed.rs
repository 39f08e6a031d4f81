use super::{Request, page};
use crate::{
    Home, Paper, Screen, Target, any_paper, button, checkbox, dialog, field, group, heading, item, link,
    radio, summary,
};
use thirtyfour::Key;

/// A case that is led through its process, task by task.
#[derive(Clone, Copy, Debug)]
pub struct Followed<'a> {
    screen: &'a Screen,
    home: &'a Home,
    case: &'a str,
    process: &'a str,
}

/// Takes a request that follows a process of the library; gives the case's page.
pub async fn take_request_of(screen: &Screen, request: &Request, process: &str) -> String {
    let words = &screen.words;
    screen.type_keys("n").await;
    screen.find(&heading(words.say("common.new_request"))).await;
    for (key, text) in [
        ("names.customer_phone", request.phone),
        ("names.customer_name", request.name),
        ("names.asset_label", request.item),
        ("new_request.description", request.description),
        ("new_request.told_own", request.told),
    ] {
        screen.fill(&field(words.say(key)), text).await;
    }
    let name = words.process(&format!("{process}/name"));
    let usual = radio(&name);
    if screen.has(&usual).await {
        screen.press(&usual).await;
    } else {
        screen.press(&summary(words.say("process.more"))).await;
        // The foot of the form lies over what is only just in view; the keyboard scrolls further.
        screen.tab_to(&button(&name).roughly()).await;
        screen.type_keys(Key::Enter).await;
    }
    screen.press(&button(words.say("new_request.submit"))).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    page(&screen.here().await)
}

impl<'a> Followed<'a> {
    /// A case by its page, in its process.
    #[must_use]
    pub fn new(screen: &'a Screen, home: &'a Home, case: &'a str, process: &'a str) -> Self {
        Self { screen, home, case, process }
    }

    /// The page of the case.
    #[must_use]
    pub fn page(&self) -> &str {
        self.case
    }

    /// Goes to the case.
    pub async fn open(&self) {
        self.screen.open(self.home, self.case).await;
        self.screen.find(&heading(self.screen.words.say("case.timeline"))).await;
    }

    /// Goes to a page of the case, such as `visits`.
    pub async fn open_page(&self, name: &str) {
        self.screen.open(self.home, &format!("{}/{name}", self.case)).await;
    }

    fn words(&self, place: &str, what: &str) -> String {
        let (stage, task) = place.split_once('/').expect("a stage and a task");
        self.screen.words.process(&format!("{}/stages/{stage}/tasks/{task}/{what}", self.process))
    }

    fn task(&self, place: &str) -> Target {
        item(self.words(place, "text")).roughly()
    }

    /// Ticks tasks, each named by its stage and its own name, such as `visit/do_job`.
    pub async fn tick(&self, places: &[&str]) {
        for place in places {
            let tick = checkbox(self.words(place, "text")).roughly();
            self.screen.press(&tick).await;
            self.screen.until(place, async || self.screen.is_on(&tick).await).await;
        }
    }

    /// Answers a task that asks for words (`text`), a `number` or a `date`.
    pub async fn answer(&self, place: &str, kind: &str, answer: &str) {
        let asks = self.screen.words.say(&format!("case.ask_{kind}"));
        let field = field(format!("{} · {asks}", self.words(place, "text")));
        self.screen.fill(&field, answer).await;
        assert_eq!(self.screen.value(&field).await, answer, "{place}");
    }

    /// Takes a choice of a task.
    pub async fn choose(&self, place: &str, choice: &str) {
        let label = self.words(place, &format!("choices/{choice}"));
        self.screen.press(&radio(label).within(group(self.words(place, "text")))).await;
    }

    /// Follows the way that a task offers, such as to the visits.
    pub async fn follow(&self, place: &str, way: &str) {
        let name = self.screen.words.say(way);
        let mut letters = name.chars();
        let name: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        self.screen.press(&link(name).within(self.task(place))).await;
    }

    /// Goes back to the case, where these tasks are done, because the record has what they ask for.
    pub async fn are_on_record(&self, places: &[&str]) {
        self.open().await;
        let on_record = self.screen.words.say("case.on_record");
        for place in places {
            let task = self.task(place);
            self.screen.until(place, async || self.screen.text(&task).await.contains(&on_record)).await;
        }
    }

    /// Goes on to a stage; nothing is left open for which a reason would be asked.
    pub async fn go_on(&self, stage: &str) {
        let words = &self.screen.words;
        let name = words.process(&format!("{}/stages/{stage}/name", self.process));
        self.screen.press(&button(words.fill("case.go_on", &[("stage", &name)]))).await;
        self.screen
            .until(stage, async || {
                let why = dialog(words.say("case.why"));
                assert!(!self.screen.has(&why).await, "to go on to {stage} asks for a reason");
                self.screen.has(&heading(&name)).await
            })
            .await;
    }

    /// Closes the case; nothing is left open for which a reason would be asked.
    pub async fn close(&self) {
        let words = &self.screen.words;
        self.screen.press(&button(words.say("case.close"))).await;
        self.screen.reads(&words.say("case.next_closed")).await;
    }

    /// Gives out a paper of the case, and prints it.
    pub async fn give_out(&self, kind: &str) -> Paper {
        let words = &self.screen.words;
        self.open_page(&format!("paper/{kind}")).await;
        self.screen.find(&any_paper()).await;
        self.screen.script("window.print = () => {}", vec![]).await;
        self.screen.press(&button(words.say("case.receipt_issue"))).await;
        self.screen.find(&button(words.say("case.receipt_again"))).await;
        let paper = self.screen.print().await;
        // To look at them: CASEBOOK_PAPERS names a folder that keeps what was printed.
        if let Some(folder) = std::env::var_os("CASEBOOK_PAPERS") {
            let name = format!("{}-{kind}-{}.pdf", self.process, words.lang());
            std::fs::write(std::path::Path::new(&folder).join(name), &paper.pdf)
                .expect("the folder is there");
        }
        paper
    }
}
