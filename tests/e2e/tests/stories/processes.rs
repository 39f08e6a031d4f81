//! A shop looks at a process, makes one of its own from another, and improves it while a case
//! is running.

use casebook_e2e::story::{CORNER, first_run, page};
use casebook_e2e::{
    Home, Profile, Screen, any_checkbox, button, checkbox, field, file_input, heading, item, link,
    navigation, radio, region,
};
use thirtyfour::Key;

#[tokio::test]
async fn processes() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    let words = &screen.words;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;

    look_at_a_blueprint(&screen).await;
    let own = copy_and_publish(&screen, &home).await;
    let case = take_request_with(&screen, &home).await;
    screen.reads(&words.fill("process.version", &[("version", "1")])).await;
    screen.find(&checkbox("问好，请客户坐下")).await;

    // A second version; the case stays on the first until somebody moves it.
    screen.open(&home, &own).await;
    screen.press(&link(words.say("process.edit"))).await;
    let first_task = field(words.fill("process.task_text", &[("number", "1")])).first();
    screen.fill(&first_task, "问好，请客户坐下喝茶").await;
    screen.press(&button(words.fill("process.publish", &[("version", "2")]))).await;
    screen.reads(&words.fill("process.version", &[("version", "2")])).await;
    screen.open(&home, &case).await;
    screen.find(&checkbox("问好，请客户坐下")).await;
    screen.press(&button(words.fill("process.move_to_version", &[("version", "2")]))).await;
    screen.find(&checkbox("问好，请客户坐下喝茶")).await;
    screen.reads(&words.fill("process.moved_to_version", &[("version", "2")])).await;

    // Where the case stands.
    screen.press(&link(words.say("process.see_blueprint")).roughly()).await;
    screen.find(&region(words.say("process.blueprint"))).await;
    screen.reads(&words.say("process.here")).await;

    // A file of it becomes a draft.
    screen.open(&home, &own).await;
    screen.press(&button(words.say("process.export"))).await;
    let file = profile.take_download("process").await;
    screen.open(&home, "#/processes").await;
    screen.choose_file(&file_input(words.say("process.import")), &file).await;
    screen.find(&heading(words.say("process.edit_title"))).await;
    screen.reads(&words.say("process.edit_new")).await;
    screen.quit().await;
}

/// The stages of a vehicle visit, and the lines between what the customer sees and does not.
async fn look_at_a_blueprint(screen: &Screen) {
    let words = &screen.words;
    screen.press(&link(words.say("common.processes"))).await;
    screen.find(&heading(words.say("process.title"))).await;
    screen.press(&link(words.process("P11/name")).roughly()).await;
    screen.find(&heading(words.process("P11/name"))).await;
    screen.find(&navigation(words.say("process.path"))).await;
    screen.find(&region(words.say("process.blueprint"))).await;
    screen.reads(&words.say("process.line_interaction")).await;
    screen.reads(&words.say("process.line_visibility")).await;
    screen.press(&link(words.say("process.print_poster"))).await;
    screen.find(&button(words.say("process.print"))).await;
    let poster = screen.print().await;
    assert_eq!(poster.pages, 1, "one page:\n{}", poster.text);
    poster.must_say(&words.say("papers.blueprint_visibility"));
    poster.must_say(CORNER.name);
}

/// Quick service, re-worded and with one stage more. Gives its page.
async fn copy_and_publish(screen: &Screen, home: &Home) -> String {
    let words = &screen.words;
    screen.open(home, "#/process/P8").await;
    screen.press(&button(words.say("process.copy"))).await;
    screen.find(&heading(words.say("process.edit_title"))).await;
    let name = field(words.say("process.name"));
    let copied = words.fill("process.copy_name", &[("name", &words.process("P8/name"))]);
    screen.until("the copy has its name", async || screen.value(&name).await == copied).await;
    let first_task = field(words.fill("process.task_text", &[("number", "1")])).first();
    screen.fill(&first_task, "问好，请客户坐下").await;

    // A stage whose task says nothing cannot be published; nothing is lost by trying.
    screen.press(&button(words.say("process.add_stage"))).await;
    let stage = field(words.fill("process.stage_name", &[("number", "6")]));
    screen.until("the cursor is in the stage's name", async || screen.is_at(&stage).await).await;
    screen.type_keys("道别").await;
    screen.type_keys(Key::Tab).await;
    screen.press(&button(words.fill("process.publish", &[("version", "1")]))).await;
    screen.reads(&words.say("process.error_task_text")).await;
    let within = || item("道别");
    screen.find(&any_checkbox().within(within()).first()).await;
    let task = field(words.fill("process.task_text", &[("number", "1")])).within(within());
    screen.fill(&task, "送客户到门口").await;

    // Up and down again, with the keyboard.
    screen.write(&stage, "道别").await;
    screen.chord(Key::Alt, Key::Up).await;
    screen.find(&field(words.fill("process.stage_name", &[("number", "5")])).within(within())).await;
    screen.chord(Key::Alt, Key::Down).await;
    screen.find(&stage.within(within())).await;

    // The draft is kept.
    screen.reload().await;
    screen.find(&field(words.fill("process.stage_name", &[("number", "6")]))).await;
    screen.press(&button(words.fill("process.publish", &[("version", "1")]))).await;
    screen.reads(&words.fill("process.version", &[("version", "1")])).await;
    screen.find(&heading(&copied)).await;
    let published = page(&screen.here().await);

    // It stands in the library also after the browser was closed for the night.
    screen.open(home, "#/processes").await;
    screen.reload().await;
    screen.find(&link(copied).roughly()).await;
    screen.open(home, &published).await;
    published
}

/// A request that follows it. Gives the case's page.
async fn take_request_with(screen: &Screen, home: &Home) -> String {
    let words = &screen.words;
    let name = words.fill("process.copy_name", &[("name", &words.process("P8/name"))]);
    screen.open(home, "#/new").await;
    screen.fill(&field(words.say("names.customer_phone")), "138 0000 1234").await;
    screen.fill(&field(words.say("new_request.description")), "手机屏幕碎了").await;
    screen.press(&radio(name)).await;
    screen.press(&button(words.say("new_request.submit"))).await;
    screen.find(&heading(words.say("case.timeline"))).await;
    page(&screen.here().await)
}
