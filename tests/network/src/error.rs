//! Everything that can go wrong, as one sentence in English or Chinese.

use std::{env, io, path::PathBuf, str::FromStr};

/// Why a network cannot be started, asked or stopped.
#[derive(Debug, thiserror::Error)]
pub enum Error {
	#[error(
		"there is no tanpiao-node beside {beside}: build it with `cargo build --release \
		 --workspace`, or name it in TANPIAO_NODE"
	)]
	NoNodeBinary { beside: PathBuf },

	#[error("port {port} ({purpose} of {node}) is in use by another program: stop it, or choose other ports")]
	PortInUse { port: u16, node: String, purpose: &'static str },

	#[error("port {base} leaves no room for the ports of all nodes: choose another")]
	NoSuchPorts { base: u16 },

	#[error("no block of free ports was found on this machine")]
	NoFreePorts,

	#[error("`tanpiao-node {command}` failed: {reason}")]
	NodeCommand { command: String, reason: String },

	#[error("{node} ended ({status}): {reason}; its log is {log}")]
	NodeEnded { node: String, status: String, reason: String, log: PathBuf },

	#[error("there is no node `{name}` in this network; there are {known}")]
	UnknownNode { name: String, known: String },

	#[error("{node} is already running")]
	AlreadyRunning { node: String },

	#[error("waited {seconds} seconds in vain for {what}; last seen: {seen}")]
	TimedOut { what: String, seconds: u64, seen: String },

	#[error("{url} did not answer {method}: {reason}")]
	Rpc { url: String, method: String, reason: String },

	#[error("a {running} network is running in {directory}: stop it first with `down`")]
	OtherKindRunning { running: String, directory: PathBuf },

	#[error(
		"the chain in {directory} is of another build than this node: remove it by starting with \
		 `--fresh`, or name another directory"
	)]
	OtherChain { directory: PathBuf },

	#[error("another `up` or `down` is at work in {directory}")]
	Busy { directory: PathBuf },

	#[error("{path} is not what it should be: {reason}")]
	Malformed { path: PathBuf, reason: String },

	#[error("{path}: {source}")]
	File { path: PathBuf, source: io::Error },

	#[error("HOME is not set, so name a directory with --base-path")]
	NoHome,

	#[error("process {pid} cannot be stopped: {source}")]
	Signal { pid: u32, source: io::Error },
}

/// A language that people read errors in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
	English,
	Chinese,
}

impl Language {
	/// The language of the locale, as the C library reads it.
	pub fn of_locale() -> Self {
		let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
			.into_iter()
			.filter_map(|name| env::var(name).ok())
			.find(|value| !value.is_empty());
		match locale {
			Some(value) if value.starts_with("zh") => Self::Chinese,
			_ => Self::English,
		}
	}
}

impl FromStr for Language {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		match text {
			"en" => Ok(Self::English),
			"zh" => Ok(Self::Chinese),
			other => Err(format!("`{other}` is neither `en` nor `zh`")),
		}
	}
}

impl Error {
	pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
		let path = path.into();
		move |source| Self::File { path, source }
	}

	/// The error as a sentence of `language`.
	pub fn sentence(&self, language: Language) -> String {
		match language {
			Language::English => self.to_string(),
			Language::Chinese => self.in_chinese(),
		}
	}

	fn in_chinese(&self) -> String {
		match self {
			Self::NoNodeBinary { beside } => format!(
				"在 {} 旁找不到 tanpiao-node：请先运行 `cargo build --release --workspace`，或用 TANPIAO_NODE 指定",
				beside.display(),
			),
			Self::PortInUse { port, node, purpose } => format!(
				"端口 {port}（{node} 的 {purpose}）已被其他程序占用：请停止该程序，或改用其他端口"
			),
			Self::NoSuchPorts { base } => {
				format!("从端口 {base} 起不够分配给所有节点：请换一个端口")
			},
			Self::NoFreePorts => "本机找不到一段空闲端口".into(),
			Self::NodeCommand { command, reason } => {
				format!("`tanpiao-node {command}` 执行失败：{reason}")
			},
			Self::NodeEnded { node, status, reason, log } => {
				format!("节点 {node} 已退出（{status}）：{reason}；日志见 {}", log.display())
			},
			Self::UnknownNode { name, known } => {
				format!("此网络中没有节点 `{name}`，只有 {known}")
			},
			Self::AlreadyRunning { node } => format!("节点 {node} 已在运行"),
			Self::TimedOut { what, seconds, seen } => {
				format!("等待 {seconds} 秒仍未等到 {what}；最后所见：{seen}")
			},
			Self::Rpc { url, method, reason } => format!("{url} 未应答 {method}：{reason}"),
			Self::OtherKindRunning { running, directory } => format!(
				"{} 中已有一个 {running} 网络在运行：请先用 `down` 停止",
				directory.display(),
			),
			Self::OtherChain { directory } => format!(
				"{} 中的链出自另一次构建，与本节点不符：请加 `--fresh` 重新开始，或另选目录",
				directory.display(),
			),
			Self::Busy { directory } => {
				format!("另一个 `up` 或 `down` 正在 {} 中进行", directory.display())
			},
			Self::Malformed { path, reason } => {
				format!("{} 内容不正确：{reason}", path.display())
			},
			Self::File { path, source } => format!("{}：{source}", path.display()),
			Self::NoHome => "未设置 HOME，请用 --base-path 指定目录".into(),
			Self::Signal { pid, source } => format!("无法停止进程 {pid}：{source}"),
		}
	}
}
