//! Words in tables: headings, states, kinds.

use super::{look_up, Text};

/// What people call the fields of forms, by the names that files give them.
const FIELDS: &[(&str, Text)] = &[
	("authority", Text { zh: "机关", en: "authority" }),
	("basis", Text { zh: "法律依据", en: "legal basis" }),
	("case_no", Text { zh: "案号", en: "case number" }),
	("code", Text { zh: "代码", en: "code" }),
	("filing_no", Text { zh: "备案文号", en: "filing number" }),
	("finding", Text { zh: "检查结果", en: "finding" }),
	("instrument.en", Text { zh: "文件英文全称", en: "instrument in English" }),
	("instrument.zh", Text { zh: "文件中文全称", en: "instrument in Chinese" }),
	("name", Text { zh: "名称", en: "name" }),
	("name.en", Text { zh: "英文名称", en: "name in English" }),
	("name.zh", Text { zh: "中文名称", en: "name in Chinese" }),
	("order_no", Text { zh: "文书号", en: "order number" }),
	("place", Text { zh: "地点", en: "place" }),
	("purpose", Text { zh: "用途", en: "purpose" }),
	("reason", Text { zh: "理由", en: "reason" }),
	("reference", Text { zh: "文号", en: "reference" }),
	("registry_no", Text { zh: "动产登记号", en: "registry number" }),
	("statement", Text { zh: "说明", en: "statement" }),
	("statement.en", Text { zh: "英文声明", en: "statement in English" }),
	("statement.zh", Text { zh: "中文声明", en: "statement in Chinese" }),
];

/// A field in words.
pub fn field(name: &'static str) -> Text {
	look_up(FIELDS, name).unwrap_or(Text { zh: name, en: name })
}

/// What of a played case was made up, by the names that the play gives it.
const MADE_UP_PARTS: &[(&str, Text)] = &[
	("area", Text { zh: "面积", en: "area" }),
	("buyer", Text { zh: "买方", en: "buyer" }),
	("case", Text { zh: "整个案例", en: "the whole case" }),
	("certifying office", Text { zh: "签证机构", en: "certifying office" }),
	("contract", Text { zh: "合同", en: "contract" }),
	("days of the period", Text { zh: "监测期的月日", en: "days of the period" }),
	("division", Text { zh: "分配数量", en: "division" }),
	("due", Text { zh: "到期日", en: "due day" }),
	("evidence", Text { zh: "材料", en: "evidence" }),
	("filing_no", Text { zh: "备案文号", en: "filing number" }),
	("holders", Text { zh: "持有人", en: "holders" }),
	("issuer", Text { zh: "制发单位", en: "issuer" }),
	("one of two issuers", Text { zh: "两个制发单位取其一", en: "one of two issuers" }),
	("period", Text { zh: "监测期", en: "period" }),
	("place", Text { zh: "地点", en: "place" }),
	("price", Text { zh: "价款", en: "price" }),
	("registry_no", Text { zh: "动产登记号", en: "registry number" }),
	("seller", Text { zh: "卖方", en: "seller" }),
	("sole holder of the batch", Text { zh: "整批归一家持有", en: "sole holder of the batch" }),
	("statement", Text { zh: "凭证说明", en: "statement" }),
	("year", Text { zh: "年度", en: "year" }),
];

/// Something made up, in words; `None`: the catalogue does not know it.
pub fn made_up(name: &str) -> Option<Text> {
	look_up(MADE_UP_PARTS, name)
}

/// What each waiting time of a scheme is for, in the order in which they are shown.
pub const PERIODS_OF: [Text; 6] = [
	PERIOD_LOSS,
	PERIOD_TRANSFER,
	PERIOD_PLEDGE,
	PERIOD_OFFSET,
	PERIOD_PROPOSAL,
	PERIOD_PREEMPTION,
];

super::texts! {
	NUMBER: "编号", "Number";
	SCHEME: "管理办法", "Scheme";
	CODE: "代码", "Code";
	NAME: "名称", "Name";
	INSTRUMENT: "文件全称", "Instrument";
	STATEMENT: "声明", "Statement";
	ECOSYSTEM: "生态系统", "Ecosystem";
	ECOSYSTEMS: "适用生态系统", "Ecosystems";
	VALIDITY: "有效期", "Validity";
	NO_END: "无截止日", "no end";
	BOUNDS: "坐标范围", "Bounds";
	EFFECTED_BY: "转让由谁办理", "Transfers effected by";
	THE_PARTIES: "当事人签署即生效", "the parties' signatures";
	PERIODS: "等待期限（天）", "Waiting times (days)";
	PERIOD_LOSS: "挂失公示", "notice of a loss";
	PERIOD_TRANSFER: "转让", "transfer";
	PERIOD_PLEDGE: "质押要约", "pledge offer";
	PERIOD_OFFSET: "抵消申请", "offset request";
	PERIOD_PROPOSAL: "共有人签署", "co-owners' signatures";
	PERIOD_PREEMPTION: "优先购买", "pre-emption";
	DUTY: "职责", "Duty";
	OFFICE: "机构", "Office";
	OFFICES: "机构", "Offices";
	RULE: "签署", "Signatures";
	RULE_ANY: "任一机构", "any of them";
	RULE_ALL: "会同签署", "all together";
	ACTIVE: "有效", "active";
	INACTIVE: "停用", "closed";
	ACCOUNT: "账户", "Account";
	ACCOUNTS: "账户数", "Accounts";
	PUBLIC_KEY: "公钥", "Public key";
	ROLES: "角色", "Roles";
	ROLE_OPERATOR: "经办", "operator";
	ROLE_COUNCIL: "理事会", "council";
	ROLE_VALIDATOR: "验证节点", "validator";
	ROLE_PLATFORM: "交易平台", "platform";
	PARTY: "当事人", "Party";
	PERSON: "自然人", "natural person";
	ORGANISATION: "单位", "organisation";
	KIND: "种类", "Kind";
	CREDIT_CODE: "统一社会信用代码", "Credit code";
	COMMITMENT: "姓名承诺值", "Commitment";
	REGISTERED_BY: "登记机构", "Registered by";
	SINCE: "起始日", "Since";
	STATUS: "状态", "Status";
	SUSPENDED: "已暂停", "suspended";
	ASKS_CONSENT: "受让须经本人签署", "Signs for what it receives";
	YES: "是", "yes";
	NO: "否", "no";
	NONE: "无", "none";
	LICENSED: "质权人资格", "Pledgee's licence";
	OWNER: "权利人", "Owner";
	SHARE: "份额", "share";
	JOINT: "共同共有", "joint";
	TONNES: "吨", "Tonnes";
	RANGE: "公斤区间", "Kilograms";
	STATE: "状态", "State";
	EDITION: "版次", "Edition";
	CURRENT_EDITION: "现行版次", "current edition";
	LAST_RECORD: "最近记载", "Last record";
	MADE_UP: "补拟", "Made up";
	HOLDS: "权利限制", "Holds";
	STATE_FREE: "正常", "free";
	STATE_PLEDGED: "已质押", "pledged";
	STATE_REQUESTED: "申请抵消中", "offset requested";
	STATE_FROZEN: "已冻结", "frozen";
	STATE_LOST: "已挂失", "reported lost";
	STATE_ESCROW: "为交易保留", "kept for a sale";
	STATE_MERGED: "已合并", "merged";
	STATE_HELD: "受限", "held";
	STATE_OFFSET: "已抵消", "offset";
	STATE_REVOKED: "已撤销", "revoked";
	MERGED_INTO: "现编号", "Goes on as";
	FILING_NO: "备案文号", "Filing number";
	ISSUED_BY: "制发单位", "Issued by";
	ISSUED_ON: "制发日", "Issued on";
	AREA: "面积", "Area";
	AREA_OF: "{mu} 亩（{m2} 平方米）", "{mu} mu ({m2} m²)";
	PLACE: "地点", "Place";
	PERIOD: "监测期", "Monitoring period";
	PERIOD_OF: "{from} 至 {to}（不含末日）", "{from} to {to} (exclusive)";
	ISSUANCE_TOTAL: "本批总量（吨）", "Issuance (tonnes)";
	EVIDENCE: "材料哈希", "Evidence";
	RECORD: "记载", "Record";
	BLOCK: "区块", "Block";
	DAY: "日期", "Day";
	BY: "签署人", "Signed by";
	BY_EXPIRY: "到期", "expiry";
	COUNTERPARTY: "相对人", "Counterparty";
	REFERENCE: "文号", "Reference";
	KIND_ISSUED: "制发", "issued";
	KIND_SPLIT_INTO: "拆出 {part} 号", "split off part {part}";
	KIND_SPLIT_FROM: "自 {part} 号拆出", "split from part {part}";
	KIND_SALE: "买卖，{price} 元", "sale, {price} yuan";
	SALE: "买卖", "sale";
	KIND_GIFT: "赠与", "gift";
	KIND_PLEDGED: "质押（第 {pledge} 号）", "pledged (pledge {pledge})";
	KIND_RELEASED: "解除质押（第 {pledge} 号）", "released (pledge {pledge})";
	KIND_REQUESTED: "申请抵消（第 {request} 号）", "offset requested ({request})";
	KIND_WITHDRAWN: "撤回抵消申请（第 {request} 号）", "offset request withdrawn ({request})";
	KIND_REFUSED: "抵消申请被驳回（第 {request} 号）", "offset request refused ({request})";
	KIND_EXPIRED: "抵消申请过期（第 {request} 号）", "offset request expired ({request})";
	KIND_OFFSET: "抵消（{certificate}）", "offset ({certificate})";
	KIND_MERGED_INTO: "并入 {part} 号", "merged into part {part}";
	KIND_MERGED_FROM: "{part} 号并入", "took in part {part}";
	KIND_SHARE: "{millionths}% 份额转让（{cause}）", "{millionths}% of it went over ({cause})";
	KIND_PARTITIONED: "共有分割", "divided among its owners";
	KIND_OWNERSHIP: "共有性质变更", "co-ownership changed";
	KIND_CHANGED: "变更：{change}", "changed: {change}";
	KIND_FROZEN: "冻结（第 {freeze} 号）", "frozen ({freeze})";
	KIND_FREEZE_EXTENDED: "续冻（第 {freeze} 号）", "freeze extended ({freeze})";
	KIND_FREEZE_LIFTED: "解冻（第 {freeze} 号）", "freeze lifted ({freeze})";
	KIND_FREEZE_EXPIRED: "冻结到期（第 {freeze} 号）", "freeze expired ({freeze})";
	KIND_LOSS: "挂失（第 {loss} 号）", "reported lost ({loss})";
	KIND_FOUND: "票证找回（第 {loss} 号）", "paper found ({loss})";
	KIND_ESCROW_OPENED: "为交易保留（第 {escrow} 号）", "kept for a sale ({escrow})";
	KIND_ESCROW_CLOSED: "交易保留结束（第 {escrow} 号）", "escrow over ({escrow})";
	KIND_DELIVERED: "交易交付（第 {escrow} 号），{price} 元", "delivered ({escrow}), {price} yuan";
	KIND_INSPECTED: "检查（第 {inspection} 号）", "inspected ({inspection})";
	KIND_PLEDGE_CHANGED: "质押变更（第 {pledge} 号）", "pledge changed ({pledge})";
	KIND_PLEDGE_ASSIGNED: "质权转让（第 {pledge} 号），出质人意见：{opinion}",
		"pledge passed on ({pledge}); the pledgor's opinion: {opinion}";
	KIND_ENFORCED: "实现质权（第 {pledge} 号）", "pledge enforced ({pledge})";
	KIND_PLEDGE_LIFTED: "判决解除质押（第 {pledge} 号）", "pledge lifted by a judgment ({pledge})";
	KIND_OFFSET_ENDED: "抵消申请终止（第 {request} 号）", "offset request ended ({request})";
	INHERITANCE: "继承", "inheritance";
	MERGER: "合并", "merger";
	DIVISION: "分立", "division";
	JUDGMENT: "司法判决或裁定", "judgment";
	OTHER_LAWFUL: "法定其他情形", "other lawful cause";
	CHANGE_IDENTITY: "权利人身份信息", "identity of an owner";
	CHANGE_OTHER: "法定其他变更", "other lawful change";
	WAY_AGREEMENT: "协议折价", "by agreement";
	WAY_SALE: "拍卖或变卖", "by sale";
	WAY_COURT: "法院裁定", "by order of a court";
	OPINION_AGREES: "同意", "agrees";
	OPINION_OBJECTS: "反对", "objects";
	OPINION_SILENT: "未答复", "silent";
	METHOD_ON_SITE: "现场检查", "on the site";
	METHOD_DOCUMENTS: "查阅、复制资料", "of documents";
	METHOD_SYSTEMS: "查询信息系统", "of information systems";
	LOST: "遗失", "lost";
	DESTROYED: "损毁", "destroyed";
	FREEZE: "冻结", "Freeze";
	LOSS: "挂失", "Report of loss";
	ESCROW: "交易保留", "Escrow";
	ORDER_NO: "文书号", "Order number";
	AUTHORITY: "机关", "Authority";
	BASIS: "法律依据", "Legal basis";
	REPORTER: "挂失人", "Reported by";
	REASON: "原因", "Reason";
	NOTICE_UNTIL: "公示截止日", "Notice until";
	INSPECTION: "检查记录", "Inspection";
	INSPECTED_BY: "检查机构", "Inspected by";
	METHOD: "检查方式", "Method";
	FINDING: "检查结果", "Finding";
	ACT: "事项", "Act";
	SIGNERS: "已签署", "Signed so far";
	SELLER: "出让人", "Seller";
	BUYER: "拟受让人", "Buyer";
	SHARE_PERCENT: "份额（%）", "Share (%)";
	TAKERS: "优先购买人", "Taken by";
	PREEMPTION_UNTIL: "优先购买截止日", "Others may take it before";
	CHANGE: "变更", "Change";
	PROPOSER: "提出人", "Proposed by";
	ACT_SPLIT: "自 {voucher} 拆出 {amount} 吨", "split {amount} t off {voucher}";
	ACT_MERGE: "合并 {voucher} 与 {other}", "merge {voucher} and {other}";
	ACT_TRANSFER: "{lot} 转让给 {to}（{cause}）", "{lot} to {to} ({cause})";
	ACT_PLEDGE: "以 {lots} 向 {pledgee} 出质：担保 {secured} 元，到期日 {due}",
		"pledge {lots} to {pledgee}: secures {secured} yuan, due on {due}";
	ACT_ACCEPT_CHANGE: "接受第 {pledge} 号质押的变更：{change}", "accept the change of pledge {pledge}: {change}";
	ACT_OFFSET: "以 {lots} 申请抵消：使用人 {beneficiary}，{purpose}",
		"offset {lots} for {beneficiary}: {purpose}";
	ACT_OWNERSHIP: "{voucher} 改为 {ownership}", "{voucher} becomes {ownership}";
	CHANGE_TERMS: "担保 {secured} 元，到期日 {due}，动产登记号 {registry_no}",
		"it secures {secured} yuan, due on {due}, registry number {registry_no}";
	CHANGE_ASSIGN: "质权转让给 {to}，出质人意见：{opinion}", "it passes to {to}; the pledgor's opinion: {opinion}";
	CHANGE_AGREEMENT: "协议折价：碳票归 {to}，价款 {price} 元（{reference}）",
		"enforcement by agreement: to {to} for {price} yuan ({reference})";
	CHANGE_SALE: "请求拍卖或变卖", "enforcement by sale";
	PROCEEDS: "实现质权", "Enforcement";
	PROCEEDS_OF: "{way}：碳票归 {to}，价款 {price} 元（{reference}）", "{way}: to {to} for {price} yuan ({reference})";
	PAYER: "限额所属", "Allowance of";
	CLASS_OTHER: "一般", "general";
	LEFT_COUNT: "剩余笔数", "Transactions left";
	LEFT_BYTES: "剩余字节", "Bytes left";
	LEFT_TIME: "剩余毫秒", "Milliseconds left";
	RECOVERS: "全部恢复（区块）", "Recovers in (blocks)";
	NO_ALLOWANCE: "该账户不代表在册当事人或有效机构，不能提交交易。",
		"The account acts for no active party or office, so it may submit nothing.";
	FAULT: "矛盾", "Contradiction";
	FAULT_MISSING: "编号没有对应的碳票", "a number of no voucher";
	FAULT_RANGE: "公斤区间重叠或有空缺", "kilograms overlap or leave a gap";
	FAULT_OWNERSHIP: "权属与持有索引不符", "owners differ from the index of holders";
	FAULT_HOLDS: "权利限制没有对应事项", "a hold without what is behind it";
	FAULT_CERTIFICATE: "抵消凭证未列明该碳票", "burnt, and not in its certificate";
	FAULT_RECORDS: "登记簿记载不连续", "a gap in its records";
	FAULT_REDIRECT: "合并后的编号指向有误", "a merged number leads nowhere";
	AUDITED: "核对碳票（张）", "Vouchers checked";
	AUDIT_FAULTS: "矛盾（处）", "Contradictions";
	AUDIT_TOTALS: "合计", "Totals";
	TOTALS_AGREE: "相符", "agree";
	TOTALS_DIFFER: "不符", "differ";
	AUDIT_SOUND: "没有发现矛盾。", "Nothing contradicts itself.";
	AUDIT_UNSOUND: "账本数据自相矛盾，请立即报告运行维护单位。", "The ledger contradicts itself. Report it at once.";
	PLEDGE: "质押", "Pledge";
	PLEDGEE: "质权人", "Pledgee";
	PLEDGOR: "出质人", "Pledgor";
	SECURED: "担保金额（元）", "Secured (yuan)";
	CONTRACT: "合同哈希", "Contract";
	DUE: "到期日", "Due";
	REGISTRY_NO: "动产登记号", "Registry number";
	PLEDGE_OFFERED: "待质权人接受（至 {day}）", "offered (until {day})";
	PLEDGE_ACTIVE: "生效（自 {day}）", "in force (since {day})";
	PLEDGE_RELEASED: "已解除（{day}）", "released ({day})";
	PLEDGE_LIFTED: "判决解除（{day}）", "lifted by a judgment ({day})";
	PLEDGE_ENFORCED: "已实现（{day}）", "enforced ({day})";
	BENEFICIARY: "使用人", "Beneficiary";
	PURPOSE: "用途", "Purpose";
	PURPOSE_ANNUAL: "{year} 年度自身排放", "own emissions of {year}";
	PURPOSE_EVENT: "{kind}“{name}”（{day}）", "{kind} “{name}” ({day})";
	PURPOSE_JUDICIAL: "司法修复，案号 {case}，{authority}", "judicial restoration, case {case}, {authority}";
	PURPOSE_LAND: "占用生态用地补偿：损失 {tonnes} 吨，{years} 年，{authority}",
		"land compensation: {tonnes} t lost, {years} years, {authority}";
	PURPOSE_TREES: "{year} 年义务植树", "tree-planting duty of {year}";
	PURPOSE_VOLUNTARY: "自愿：{occasion}", "voluntary: {occasion}";
	EVENT_MEETING: "会议", "meeting";
	EVENT_FORUM: "论坛", "forum";
	EVENT_EXHIBITION: "展览", "exhibition";
	EVENT_CONTEST: "赛事", "contest";
	EVENT_PERFORMANCE: "演出", "performance";
	EXPIRES: "截止日", "Expires";
	REQUEST: "抵消申请", "Offset request";
	CERTIFICATE: "抵消凭证", "Certificate";
	GRANTED_BY: "认可机构", "Granted by";
	CERTIFICATE_TEXT: "凭证说明", "Certificate says";
	CERTIFIED_BY: "签发机构", "Certified by";
	CERTIFIED_ON: "签发日", "Certified on";
	ORDER: "待办转让", "Transfer order";
	NEEDS: "等待", "Waits for";
	NEEDS_RECEIVER: "受让人签署", "the receiver";
	RECEIVER: "受让人", "Receiver";
	ISSUED: "制发（吨）", "Issued (t)";
	FREE: "可处分（吨）", "Free (t)";
	HELD: "受限（吨）", "Held (t)";
	OFFSET: "已抵消（吨）", "Offset (t)";
	REVOKED: "已撤销（吨）", "Revoked (t)";
	CIRCULATING: "流通（吨）", "Circulating (t)";
	MOTION: "议案", "Motion";
	MOTION_WAITS: "议案待其他席位表决：tanpiao council approve {number}",
		"The motion waits for other seats: tanpiao council approve {number}";
	AYES: "赞成", "Ayes";
	NAYS: "反对", "Nays";
	THRESHOLD: "须赞成数", "Needed";
	ENDS: "表决截止区块", "Ends at block";
	CONTENT: "内容", "Content";
	SEAT: "席位", "Seat";
	GENESIS: "创世哈希", "Genesis";
	SIGNATURE: "签名", "Signature";
	VALID_UNTIL: "有效至区块", "Valid until block";
	SALT: "盐值", "Salt";
	TAG: "唯一性标签", "Tag";
	TRANSACTION: "交易", "Transaction";
	FINALISED: "已最终确认：区块 {block}（{hash}），用时 {seconds} 秒",
		"Final in block {block} ({hash}) after {seconds} s";
	FINAL_IN: "已最终确认：区块 {block}（{hash}）", "Final in block {block} ({hash})";
	NOT_FINAL_YET: "尚未见于最终确认的区块，可能稍后入账，请勿重新签署。",
		"It is in no final block yet and may still come into one. Do not sign it again.";
	NEVER_ENTERED: "没有入账，且已过有效期，可以重新签署。",
		"It was not entered, and its time is over. It may be signed anew.";
	NO_EVENTS: "没有变更。", "Nothing changed.";
	NOTHING: "没有记录。", "Nothing found.";
	MORE: "还有更多，请用 --after {after} 继续。", "There is more: continue with --after {after}.";
	DUTY_COORDINATE: "统筹协调", "Coordinate";
	DUTY_REGISTER: "登记", "Register";
	DUTY_VERIFY_TENURE: "权属核实", "VerifyTenure";
	DUTY_MEASURE: "计量监测", "Measure";
	DUTY_EXPERT_REVIEW: "专家审查", "ExpertReview";
	DUTY_ACCEPT: "受理", "Accept";
	DUTY_EXAMINE: "审核", "Examine";
	DUTY_DETERMINE: "审定", "Determine";
	DUTY_FILE: "备案签发", "File";
	DUTY_ISSUE: "制发", "Issue";
	DUTY_CERTIFY_OFFSET: "抵消签证", "CertifyOffset";
	DUTY_SUPERVISE: "监督检查", "Supervise";
	DUTY_OVERSEE_FINANCE: "金融监管", "OverseeFinance";
	DUTY_OPERATE_MARKET: "交易组织", "OperateMarket";
	FOREST: "林地", "forest";
	FARMLAND: "耕地", "farmland";
	GRASSLAND: "草地", "grassland";
	WETLAND: "湿地", "wetland";
	MARINE: "海洋", "marine";
	PLAY_STEPS: "演示步骤", "steps";
	PLAY_DONE: "完成 {done} 步，其中 {standing} 步账上已有；跳过 {skipped} 个案例，原因如下。",
		"{done} steps done, {standing} of which stood already; {skipped} cases skipped, for these reasons.";
	PLAY_MARK: "“补拟”列为未公布而补拟的事项。", "What was not published is made up, and marked so.";
	PLAY_TITLE: "公开案例与补拟案例", "Published cases, and made-up ones";
	PLAY_MADE_UP: "补拟案例：公开案例没有的情形，整个是补拟的", "Made-up cases: what no published one shows, made up as a whole";
	PLAY_CASE: "补拟案例", "Made-up case";
	PLAY_VOUCHERS: "碳票", "Vouchers";
	TOTALS_TITLE: "各管理办法合计", "Totals per scheme";
	WATCHING: "正在跟踪 {url} 的最终确认区块，按 Ctrl-C 结束。", "Following finalised blocks of {url}; Ctrl-C ends it.";
	MADE_UP_YES: "有", "yes";
}
