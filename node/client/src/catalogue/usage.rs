//! What is wrong with a command line, and the frame around help.

super::texts! {
	UNKNOWN_COMMAND: "没有“{given}”这个命令。", "There is no command “{given}”.";
	UNKNOWN_ARGUMENT: "不认识参数“{given}”。", "There is no argument “{given}” here.";
	MISSING: "缺少参数：{arguments}。", "Missing: {arguments}.";
	NO_COMMAND: "“{given}”之后缺少命令：{choices}。", "A command must follow “{given}”: {choices}.";
	NOTHING_ASKED: "缺少命令。", "A command is missing.";
	NO_VALUE: "参数 {argument} 缺少值。", "Argument {argument} has no value.";
	NOT_A_CHOICE: "参数 {argument} 的值“{given}”不在可选范围内：{choices}。",
		"“{given}” is not one of the values of {argument}: {choices}.";
	NOT_WHOLE: "参数 {argument} 的值“{given}”有误：须为整数，且不得超出范围。",
		"“{given}” cannot be the value of {argument}: that is a whole number within bounds.";
	CONFLICT: "参数 {argument} 不能与 {others} 同时使用。",
		"Argument {argument} cannot be used together with {others}.";
	TWICE: "参数 {argument} 只能写一次。", "Argument {argument} can be given once only.";
	TOO_MANY: "参数 {argument} 的值“{given}”是多余的。", "Argument {argument} takes no further value “{given}”.";
	OTHERWISE: "命令行写法有误。", "The command line is not as it should be.";
	SIMILAR: "是否想写 {similar}？", "Is {similar} meant?";
	USAGE: "用法：{usage}", "Usage: {usage}";
	HELP: "加 --help 可查看说明。", "Add --help for more.";
}

/// What the parser of command lines writes around the help of ours, longer texts before those that
/// are part of them.
pub mod frame {
	crate::catalogue::texts! {
		HELP_COMMAND: "显示本说明，或某个命令的说明",
			"Print this message or the help of the given subcommand(s)";
		HELP_FOR: "显示这些命令的说明", "Print help for the subcommand(s)";
		HELP_FLAG: "显示说明", "Print help";
		VERSION_FLAG: "显示版本", "Print version";
		USAGE: "用法：", "Usage: ";
		COMMANDS: "命令：\n", "Commands:\n";
		ARGUMENTS: "参数：\n", "Arguments:\n";
		OPTIONS: "选项：\n", "Options:\n";
		ANY_OPTIONS: "[选项]", "[OPTIONS]";
		ANY_COMMAND: "<命令>", "<COMMAND>";
		SOME_COMMAND: "[命令]", "[COMMAND]";
		DEFAULT: "[默认：", "[default: ";
		VARIABLE: "[环境变量：", "[env: ";
		CHOICES: "[可选：", "[possible values: ";
	}
}
