//! Starting processes, and stopping exactly those.

use crate::Error;
use serde::{Deserialize, Serialize};
use std::{
	fs, io,
	os::unix::process::{CommandExt, ExitStatusExt},
	process::{Child, Command, ExitStatus},
	sync::{mpsc, OnceLock},
	thread,
};

/// How long a process lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifetime {
	/// At most as long as this process: the kernel kills it when we die, even by `kill -9`.
	Ours,
	/// Until it is stopped: it is in a session of its own, away from our terminal.
	Own,
}

/// Starts `command`.
pub fn spawn(command: Command, lifetime: Lifetime) -> io::Result<Child> {
	// The kernel's "parent" is the thread that started a process, so one thread starts them all
	// and outlives them.
	static STARTER: OnceLock<mpsc::Sender<Job>> = OnceLock::new();
	let starter = STARTER.get_or_init(|| {
		let (sender, jobs) = mpsc::channel::<Job>();
		thread::spawn(move || {
			for (mut command, lifetime, reply) in jobs {
				// The asker waits for the reply, so it cannot be gone.
				let _ = reply.send(spawn_here(&mut command, lifetime));
			}
		});
		sender
	});

	let (reply, answer) = mpsc::channel();
	starter.send((command, lifetime, reply)).map_err(io::Error::other)?;
	answer.recv().map_err(io::Error::other)?
}

type Job = (Command, Lifetime, mpsc::Sender<io::Result<Child>>);

fn spawn_here(command: &mut Command, lifetime: Lifetime) -> io::Result<Child> {
	let parent = std::process::id();
	let prepare = move || match lifetime {
		Lifetime::Ours => die_with(parent),
		Lifetime::Own => new_session(),
	};
	// SAFETY: between fork and exec only async-signal-safe system calls are made.
	unsafe { command.pre_exec(prepare) };
	command.spawn()
}

#[cfg(target_os = "linux")]
fn die_with(parent: u32) -> io::Result<()> {
	// SAFETY: plain system calls without pointers.
	let (set, now) =
		unsafe { (libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL), libc::getppid()) };
	// A parent that died before the call sends no signal any more.
	if set == 0 && u32::try_from(now) == Ok(parent) {
		Ok(())
	} else {
		Err(io::Error::from(io::ErrorKind::NotConnected))
	}
}

#[cfg(not(target_os = "linux"))]
fn die_with(_parent: u32) -> io::Result<()> {
	Ok(())
}

fn new_session() -> io::Result<()> {
	// SAFETY: a plain system call without pointers.
	match unsafe { libc::setsid() } {
		-1 => Err(io::Error::last_os_error()),
		_ => Ok(()),
	}
}

/// A process that another run of this program may find again.
///
/// Its number alone could since belong to somebody else, so the moment of its start goes with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
	pub pid: u32,
	/// In ticks since the machine started, as the kernel counts them.
	started: u64,
}

impl Recorded {
	/// Records a process that runs.
	pub fn of(pid: u32) -> Option<Self> {
		started(pid).map(|started| Self { pid, started })
	}

	/// Whether that very process still runs.
	pub fn is_running(&self) -> bool {
		started(self.pid) == Some(self.started)
	}

	/// Asks the process to end.
	pub fn terminate(&self) -> Result<(), Error> {
		self.signal(libc::SIGTERM)
	}

	/// Ends the process.
	pub fn kill(&self) -> Result<(), Error> {
		self.signal(libc::SIGKILL)
	}

	fn signal(&self, signal: i32) -> Result<(), Error> {
		if !self.is_running() {
			return Ok(());
		}
		match send(self.pid, signal) {
			Err(source) if self.is_running() => Err(Error::Signal { pid: self.pid, source }),
			_ => Ok(()),
		}
	}
}

/// Sends `signal` to a process.
pub fn send(pid: u32, signal: i32) -> io::Result<()> {
	let pid = libc::pid_t::try_from(pid).map_err(io::Error::other)?;
	// SAFETY: a plain system call without pointers.
	match unsafe { libc::kill(pid, signal) } {
		0 => Ok(()),
		_ => Err(io::Error::last_os_error()),
	}
}

/// When a process started; `None` once it has ended, even if nobody has collected it.
fn started(pid: u32) -> Option<u64> {
	let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
	// `pid (name) state ppid ...`, where the name may hold anything, parentheses too.
	let (_, fields) = stat.rsplit_once(") ")?;
	let mut fields = fields.split(' ');
	let state = fields.next()?;
	if state == "Z" || state == "X" {
		return None;
	}
	fields.nth(18)?.parse().ok()
}

/// An exit in words.
pub fn describe(status: ExitStatus) -> String {
	match (status.code(), status.signal()) {
		(Some(code), _) => format!("exit code {code}"),
		(None, Some(signal)) => format!("signal {signal}"),
		(None, None) => status.to_string(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn sleeper(lifetime: Lifetime) -> Child {
		let mut command = Command::new("sleep");
		command.arg("600");
		spawn(command, lifetime).expect("sleep starts")
	}

	#[test]
	fn a_recorded_process_is_stopped_and_no_other() {
		let mut child = sleeper(Lifetime::Own);
		let recorded = Recorded::of(child.id()).expect("it runs");
		assert!(recorded.is_running());

		let impostor = Recorded { started: recorded.started + 1, ..recorded.clone() };
		assert!(!impostor.is_running());
		impostor.kill().expect("nothing to do");
		assert!(recorded.is_running());

		recorded.terminate().expect("it is ours");
		assert_eq!(describe(child.wait().expect("it ends")), "signal 15");
		assert!(!recorded.is_running());
		recorded.kill().expect("nothing to do");
	}

	#[test]
	fn a_process_of_ours_outlives_the_thread_that_asked_for_it() {
		let mut child = thread::spawn(|| sleeper(Lifetime::Ours)).join().expect("thread ends");
		assert!(Recorded::of(child.id()).is_some());
		child.kill().expect("it is ours");
		child.wait().expect("it ends");
	}
}
