//! What the system does to a window from outside: closing it by its button, telling which one is in front.

use x11rb::{
    CURRENT_TIME,
    connection::Connection,
    protocol::xproto::{Atom, AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState, Window as Id},
    rust_connection::RustConnection,
};

use crate::drop;

/// One connection to a test's screen.
pub(crate) struct Desktop {
    server: RustConnection,
    root: Id,
}

impl Desktop {
    pub(crate) fn of(display: &str) -> Self {
        let (server, screen) = x11rb::connect(Some(display)).expect("the screen of this test");
        let root = server.setup().roots[screen].root;
        Self { server, root }
    }

    /// The program's windows that can be seen and closed, the topmost last.
    pub(crate) fn windows(&self) -> Vec<Id> {
        let mut found = Vec::new();
        self.collect(self.root, &mut found);
        found
    }

    /// Asks a window to close, as its button does: the program may refuse.
    pub(crate) fn ask_to_close(&self, window: Id) {
        let words = [self.atom("WM_DELETE_WINDOW"), CURRENT_TIME, 0, 0, 0];
        let message = ClientMessageEvent::new(32, window, self.atom("WM_PROTOCOLS"), words);
        let sent = self.server.send_event(false, window, EventMask::NO_EVENT, message);
        sent.expect("a message to the window").check().expect("the window is there");
    }

    /// Drops a file on the middle of the window.
    pub(crate) fn drop_file(&self, window: Id, file: &std::path::Path) {
        let shape = self.server.get_geometry(window).expect("a request").reply().expect("the window is there");
        let middle = (u32::from(shape.width) / 2, u32::from(shape.height) / 2);
        drop::drop_file(&self.server, self.root, window, middle, file);
    }

    /// The window that the window manager calls active.
    pub(crate) fn active(&self) -> Option<Id> {
        self.numbers(self.root, self.atom("_NET_ACTIVE_WINDOW"), AtomEnum::WINDOW.into()).first().copied()
    }

    fn collect(&self, parent: Id, found: &mut Vec<Id>) {
        let Some(tree) = self.server.query_tree(parent).ok().and_then(|request| request.reply().ok()) else { return };
        for child in tree.children {
            let protocols = self.numbers(child, self.atom("WM_PROTOCOLS"), AtomEnum::ATOM.into());
            if protocols.contains(&self.atom("WM_DELETE_WINDOW")) && self.is_ours(child) && self.is_seen(child) {
                found.push(child);
            }
            self.collect(child, found);
        }
    }

    /// The class by which a desktop finds the entry that a window belongs to.
    pub(crate) fn class(&self, window: Id) -> String {
        let class = self.server.get_property(false, window, AtomEnum::WM_CLASS, AtomEnum::STRING, 0, 64);
        let class = class.ok().and_then(|request| request.reply().ok()).map(|reply| reply.value).unwrap_or_default();
        // Two words, each ended by a zero: the program's and the class.
        class.split(|byte| *byte == 0).nth(1).map(|word| String::from_utf8_lossy(word).into_owned()).unwrap_or_default()
    }

    /// Where a window lies on the screen and how large it is, without the frame that a window manager draws: x, y, width, height.
    pub(crate) fn place(&self, window: Id) -> [i32; 4] {
        let shape = self.server.get_geometry(window).expect("a request").reply().expect("the window is there");
        let corner = self.server.translate_coordinates(window, self.root, 0, 0).expect("a request");
        let corner = corner.reply().expect("the window is there");
        [corner.dst_x.into(), corner.dst_y.into(), shape.width.into(), shape.height.into()]
    }

    fn is_ours(&self, window: Id) -> bool {
        self.class(window).eq_ignore_ascii_case("ecrin")
    }

    /// Mapped, and large enough for a person: GTK keeps tiny windows of its own off the screen.
    fn is_seen(&self, window: Id) -> bool {
        let state = self.server.get_window_attributes(window).ok().and_then(|request| request.reply().ok());
        let shape = self.server.get_geometry(window).ok().and_then(|request| request.reply().ok());
        state.is_some_and(|state| state.map_state == MapState::VIEWABLE) && shape.is_some_and(|shape| shape.width > 99)
    }

    fn numbers(&self, window: Id, property: Atom, kind: Atom) -> Vec<u32> {
        let answer = self.server.get_property(false, window, property, kind, 0, 64);
        let answer = answer.ok().and_then(|request| request.reply().ok());
        answer.and_then(|answer| answer.value32().map(Iterator::collect)).unwrap_or_default()
    }

    fn atom(&self, name: &str) -> Atom {
        let answer = self.server.intern_atom(false, name.as_bytes()).expect("a request");
        answer.reply().expect("every server knows atoms").atom
    }
}
