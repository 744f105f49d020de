BEGIN;
CREATE TABLE schema_version (
	revision TEXT NOT NULL, 
	PRIMARY KEY (revision)
);
CREATE TABLE attempts (
	id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	login TEXT NOT NULL, 
	desk_id TEXT NOT NULL, 
	address TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE INDEX attempts_by_address ON attempts (address, at);
CREATE INDEX attempts_by_login ON attempts (login, at);
CREATE TABLE desks (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	secret_hash BLOB NOT NULL, 
	enrolled_at BIGINT NOT NULL, 
	revoked_at BIGINT, 
	PRIMARY KEY (id)
);
CREATE TABLE devices (
	token_hash BLOB NOT NULL, 
	unit_id TEXT NOT NULL, 
	device_id TEXT NOT NULL, 
	created_at BIGINT NOT NULL, 
	revoked_at BIGINT, 
	PRIMARY KEY (token_hash)
);
CREATE INDEX ix_devices_device_id ON devices (device_id);
CREATE INDEX ix_devices_unit_id ON devices (unit_id);
CREATE TABLE enrolments (
	code_hash BLOB NOT NULL, 
	uses_left BIGINT NOT NULL, 
	expires_at BIGINT NOT NULL, 
	PRIMARY KEY (code_hash)
);
CREATE TABLE feed (
	seq INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	id TEXT NOT NULL, 
	revision BIGINT NOT NULL, 
	body BLOB, 
	gone TEXT NOT NULL, 
	committed_ns BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (kind, id)
);
CREATE TABLE keys (
	id TEXT NOT NULL, 
	key_hash BLOB NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	created_at BIGINT NOT NULL, 
	revoked_at BIGINT, 
	PRIMARY KEY (id), 
	UNIQUE (key_hash)
);
CREATE TABLE leases (
	report_id TEXT NOT NULL, 
	token BIGINT NOT NULL, 
	holder_id TEXT NOT NULL, 
	desk_id TEXT NOT NULL, 
	expires_at BIGINT NOT NULL, 
	PRIMARY KEY (report_id)
);
CREATE INDEX leases_by_expiry ON leases (expires_at);
CREATE TABLE media (
	id TEXT NOT NULL, 
	report_id TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	size_bytes BIGINT NOT NULL, 
	media_type TEXT NOT NULL, 
	name TEXT NOT NULL, 
	received_at BIGINT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE INDEX ix_media_report_id ON media (report_id);
CREATE INDEX ix_media_sha256 ON media (sha256);
CREATE TABLE meta (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE numbers (
	name TEXT NOT NULL, 
	value BIGINT NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE officer_links (
	token_hash BLOB NOT NULL, 
	unit_id TEXT NOT NULL, 
	created_at BIGINT NOT NULL, 
	ended_at BIGINT, 
	PRIMARY KEY (token_hash)
);
CREATE INDEX ix_officer_links_unit_id ON officer_links (unit_id);
CREATE TABLE outbox (
	forward_id TEXT NOT NULL, 
	report_id TEXT NOT NULL, 
	agency_id TEXT NOT NULL, 
	recipient TEXT NOT NULL, 
	state TEXT NOT NULL, 
	tries BIGINT NOT NULL, 
	send_after BIGINT NOT NULL, 
	next_try BIGINT, 
	last_error TEXT NOT NULL, 
	PRIMARY KEY (forward_id)
);
CREATE INDEX ix_outbox_report_id ON outbox (report_id);
CREATE INDEX outbox_due ON outbox (state, next_try);
CREATE TABLE position_history (
	id INTEGER NOT NULL, 
	unit_id TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	received_at BIGINT NOT NULL, 
	lat FLOAT NOT NULL, 
	lon FLOAT NOT NULL, 
	speed_m_s FLOAT, 
	course_deg FLOAT, 
	accuracy_m FLOAT, 
	battery_percent FLOAT, 
	mock BOOLEAN NOT NULL, 
	source_time TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE INDEX position_history_by_unit ON position_history (unit_id, at);
CREATE TABLE positions_latest (
	unit_id TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	received_at BIGINT NOT NULL, 
	lat FLOAT NOT NULL, 
	lon FLOAT NOT NULL, 
	speed_m_s FLOAT, 
	course_deg FLOAT, 
	accuracy_m FLOAT, 
	battery_percent FLOAT, 
	mock BOOLEAN NOT NULL, 
	PRIMARY KEY (unit_id)
);
CREATE TABLE receipts (
	desk_id TEXT NOT NULL, 
	decision_id TEXT NOT NULL, 
	payload_sha256 BLOB NOT NULL, 
	result BLOB NOT NULL, 
	at BIGINT NOT NULL, 
	PRIMARY KEY (desk_id, decision_id)
);
CREATE TABLE reporters (
	id TEXT NOT NULL, 
	source_id TEXT NOT NULL, 
	account TEXT NOT NULL, 
	phone_hmac BLOB, 
	reports BIGINT NOT NULL, 
	confirmed BIGINT NOT NULL, 
	strikes BIGINT NOT NULL, 
	blocked BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (source_id, account)
);
CREATE INDEX ix_reporters_phone_hmac ON reporters (phone_hmac);
CREATE TABLE reports (
	id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	source_id TEXT NOT NULL, 
	reporter_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	category TEXT NOT NULL, 
	priority BIGINT NOT NULL, 
	status TEXT NOT NULL, 
	received_at BIGINT NOT NULL, 
	closed_at BIGINT, 
	content_sha256 BLOB, 
	PRIMARY KEY (id), 
	UNIQUE (number)
);
CREATE INDEX reports_by_reporter ON reports (reporter_id, status);
CREATE INDEX reports_by_source ON reports (source_id, received_at);
CREATE TABLE sessions (
	id TEXT NOT NULL, 
	user_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	desk_id TEXT NOT NULL, 
	issued_at BIGINT NOT NULL, 
	access_hash BLOB NOT NULL, 
	access_until BIGINT NOT NULL, 
	refresh_hash BLOB NOT NULL, 
	earlier_refresh_hash BLOB, 
	refreshed_at BIGINT NOT NULL, 
	revoked_at BIGINT, 
	PRIMARY KEY (id), 
	UNIQUE (access_hash), 
	UNIQUE (refresh_hash)
);
CREATE INDEX ix_sessions_earlier_refresh_hash ON sessions (earlier_refresh_hash);
CREATE TABLE sources (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	key_hash BLOB NOT NULL, 
	per_second FLOAT NOT NULL, 
	valid_from BIGINT, 
	valid_until BIGINT, 
	revoked_at BIGINT, 
	PRIMARY KEY (id), 
	UNIQUE (key_hash)
);
CREATE TABLE users (
	id TEXT NOT NULL, 
	login TEXT NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	passphrase_hash TEXT NOT NULL, 
	active BOOLEAN NOT NULL, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (login)
);
CREATE TABLE audit (
	place INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	what TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	desk TEXT NOT NULL, 
	session TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	content BLOB NOT NULL, 
	previous BLOB NOT NULL, 
	hash BLOB NOT NULL, 
	PRIMARY KEY (place), 
	UNIQUE (previous)
);
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (1, 1795326103526192, '', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '127.0.0.1', 'enrolled');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (2, 1795326103585241, 'sari', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '127.0.0.1', 'ok');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (3, 1795326106077644, 'joko', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '127.0.0.1', 'ok');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (4, 1795326107900961, 'sari', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '127.0.0.1', 'ok');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (5, 1795326108920687, '', '01a201c6-64f9-70f0-bd49-74610079249f', '127.0.0.1', 'enrolled');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (6, 1795326109305676, 'bayu', '01a201c6-64f9-70f0-bd49-74610079249f', '127.0.0.1', 'ok');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (7, 1795326110788884, 'joko', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '127.0.0.1', 'ok');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (8, 1795326111452631, '', '01a201c6-6edd-77ee-80b6-a832702465f9', '127.0.0.1', 'enrolled');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (9, 1795326112125088, 'dewi', '01a201c6-6edd-77ee-80b6-a832702465f9', '127.0.0.1', 'ok');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (1, 1795326100693371, 'epoch', '', 'first', '', '', '', 'epoch/01a201c6-44b2-70da-bccf-8af92170f0ab', '', X'', X'0000000000000000000000000000000000000000000000000000000000000000', X'434BD6FA1A40FF35C1F8982B14503337C7D4D9BC948AAD1204EBEF86F5D11DA6');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (2, 1795326100701099, 'checkpoint', '', 'd6e57c91a55297b8fe43926b4b0c7644122ae83cd42c621c88a0f0e48529b5f547b2b196bd07d6dc13e83c3e1c4e5e03bf96e7700da71ee7dcedc4dbd8b02307', '', '', '', '', '', X'', X'434BD6FA1A40FF35C1F8982B14503337C7D4D9BC948AAD1204EBEF86F5D11DA6', X'A123FD6C67EBC905F8F0F4FBA2E870A65C45C990874AC28BEEAF1840E8575508');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (3, 1795326100710796, 'server', '', 'started', '', '', '', '', '', X'', X'A123FD6C67EBC905F8F0F4FBA2E870A65C45C990874AC28BEEAF1840E8575508', X'9AF608FB2BF43CEAD78CA497980C321F8E77F5B546BBA0A922570061DB75A351');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (4, 1795326101340734, 'admin', '', 'key.make:administrator', '', '', '', 'key/01a201c6-475c-731d-96e8-823b1e77cc44', '', X'', X'9AF608FB2BF43CEAD78CA497980C321F8E77F5B546BBA0A922570061DB75A351', X'B752BE78F212FB01F9C4412104A8E1E134BB7576A1C8A63EFC171B78EED351AC');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (5, 1795326102128524, 'admin', '', 'user.make:operator', '', '', '', 'user/01a201c6-4a70-77c6-a4ce-1d0d57ff823f', '', X'', X'B752BE78F212FB01F9C4412104A8E1E134BB7576A1C8A63EFC171B78EED351AC', X'5278BDA4FA606360E3E415401399355792AEB7490BBF9984A1D46D7755E4F0B9');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (6, 1795326102719007, 'admin', '', 'user.make:supervisor', '', '', '', 'user/01a201c6-4cbe-74f8-bf0f-18d2e0ca69cb', '', X'', X'5278BDA4FA606360E3E415401399355792AEB7490BBF9984A1D46D7755E4F0B9', X'90463FBAD1E53D37D832263137F7398F7AFCD6A77A572636E7400D35B3B07E1B');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (7, 1795326103333573, 'admin', '', 'user.make:operator', '', '', '', 'user/01a201c6-4f25-7022-b5fa-e2ae60f65b18', '', X'', X'90463FBAD1E53D37D832263137F7398F7AFCD6A77A572636E7400D35B3B07E1B', X'5DD26910D1F7F518E20D97827B4A7B54EA4C105FB073979A05552801156D7EC5');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (8, 1795326103341759, 'admin', '', 'unit.enrol', '', '', '', 'unit/patroli-1', '', X'', X'5DD26910D1F7F518E20D97827B4A7B54EA4C105FB073979A05552801156D7EC5', X'7A72CB7F123F1E31DFFF9A07BC472C09FDEEFCF92292EE1CD361C4517BE93B13');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (9, 1795326103352958, 'admin', '', 'unit.enrol', '', '', '', 'unit/patroli-2', '', X'', X'7A72CB7F123F1E31DFFF9A07BC472C09FDEEFCF92292EE1CD361C4517BE93B13', X'A08C1C1510D2DBE6275F0B9B7E8A5ADD578EBEF837BC264543546238B7F4766C');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (10, 1795326103407450, 'admin', '', 'source.make', '', '', '', 'source/aplikasi-warga', '', X'', X'A08C1C1510D2DBE6275F0B9B7E8A5ADD578EBEF837BC264543546238B7F4766C', X'CBEDA9427532F23BB9DBAD56BFD2426B26A4206514D224A7467E5F4A20249DD8');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (11, 1795326103504821, 'admin', '', 'enrolment.allow', '', '', '', '', '', X'', X'CBEDA9427532F23BB9DBAD56BFD2426B26A4206514D224A7467E5F4A20249DD8', X'22F972E5E50A420EA43AB1C2184F8089CE1E33D092F40B03E7BB25282F9793CB');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (12, 1795326103526192, 'enrol', 'ok', '', '', '', '', 'desk/01a201c6-4ff1-714e-821f-a208a1e6a03b', '', X'', X'22F972E5E50A420EA43AB1C2184F8089CE1E33D092F40B03E7BB25282F9793CB', X'8783DA846B258112CEEF062FDC7D08B4E23AC95F02B4FA467F4BBFC26C8F6C8F');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (13, 1795326103585241, 'sign_in', 'ok', '', 'user/01a201c6-4a70-77c6-a4ce-1d0d57ff823f', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-52cf-7415-bd37-665f6bcf5325', '', '', X'', X'8783DA846B258112CEEF062FDC7D08B4E23AC95F02B4FA467F4BBFC26C8F6C8F', X'8421E288D92C77B0C67E98A683FB353DA739BF7CAE2D40A61A950CD108F748A7');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (14, 1795326106077644, 'sign_in', 'ok', '', 'user/01a201c6-4cbe-74f8-bf0f-18d2e0ca69cb', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-5c08-731b-88be-d1c0bb6b6ad3', '', '', X'', X'8421E288D92C77B0C67E98A683FB353DA739BF7CAE2D40A61A950CD108F748A7', X'5C3AE4DC50BD0ED12251EC195B92D307EF9A1D0779AEF8E6EFF0FE8C3AF82739');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (15, 1795326107900961, 'sign_in', 'ok', '', 'user/01a201c6-4a70-77c6-a4ce-1d0d57ff823f', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-630e-7469-9be5-ea124058bd2e', '', '', X'', X'5C3AE4DC50BD0ED12251EC195B92D307EF9A1D0779AEF8E6EFF0FE8C3AF82739', X'9B6E799C8C7828B1582E5BE23FE8392CAFCE743C5182B6CE81D9077B4D1F157B');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (16, 1795326108450311, 'report', 'received', '', 'source/aplikasi-warga', '', '', 'report/01a201c6-631b-7144-b9b4-f9dd7657c452', '', X'32116E1CBC163052C3F2B650FFD1EE33B4A5CD6083264D319CF953C47D5A26C8', X'9B6E799C8C7828B1582E5BE23FE8392CAFCE743C5182B6CE81D9077B4D1F157B', X'BBE7C7D47B18F8DB060D2114B923EE8352CD53D18541AC1228AEF12911EA333E');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (17, 1795326108462952, 'report', 'received', '', 'source/aplikasi-warga', '', '', 'report/01a201c6-632d-7121-8093-71868f541713', '', X'3E564CEF840BF865D1ABE3BED061E178241F943D09D19456EBABB8492F580EA5', X'BBE7C7D47B18F8DB060D2114B923EE8352CD53D18541AC1228AEF12911EA333E', X'B43A82877926174116131FCD82EC257EC05691CC801EA50EF7A74022ADE12364');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (18, 1795326108468816, 'report', 'received', '', 'source/aplikasi-warga', '', '', 'report/01a201c6-6333-73d0-8442-3121fe717738', '', X'58BFB2EF5BF02AB8DAE4A521DEA790644EA0CA1ACC64062B0F080335FA7FCD35', X'B43A82877926174116131FCD82EC257EC05691CC801EA50EF7A74022ADE12364', X'C7B3681DD8F456C742F61312F7FAF932A262C0DE9600771889447104CE4752D5');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (19, 1795326108474515, 'report', 'received', '', 'source/aplikasi-warga', '', '', 'report/01a201c6-6339-7571-b820-eea156f36bc6', '', X'9D2A2D475F53FE9E1CE06C540EB04ACDDB22594C5D32D633AC71F6262B7700AC', X'C7B3681DD8F456C742F61312F7FAF932A262C0DE9600771889447104CE4752D5', X'73E3B75CC864ACF26EC0DAE568F78387F457FBBE9A12C5BFF647EE6D772B6822');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (20, 1795326108481075, 'report', 'received', '', 'source/aplikasi-warga', '', '', 'report/01a201c6-633f-71e4-8f36-adcf8d9ffb3f', '', X'50D257B80115EB5B3D3D3AB9AFFBD89BDDD57F9E21C161647B7DA25BB8C3CA7B', X'73E3B75CC864ACF26EC0DAE568F78387F457FBBE9A12C5BFF647EE6D772B6822', X'DE55974B7619C021E206A1279887E43DE168C8773A1387DDBA7867FEB9276EE6');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (21, 1795326108501629, 'report', 'received', '', 'source/aplikasi-warga', '', '', 'report/01a201c6-6353-7250-bfa6-a3c79a93249d', '', X'12E68A8AC89F2EA6670CB062821CD52C95EDD963311831E765F8247712E5FC75', X'DE55974B7619C021E206A1279887E43DE168C8773A1387DDBA7867FEB9276EE6', X'EE506121FE65E7851A65E7746C77FCFFD0427EB15F9FE9E0CB7013DDEA49990A');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (22, 1795326108514456, 'report', 'received', '', 'source/aplikasi-warga', '', '', 'report/01a201c6-635b-70ec-a00d-1aa52e658e59', '', X'05DEFC33C2FCB8A0238A1DDA5176C7772DAB7D5B30345C998E2B4E19305CFF4E', X'EE506121FE65E7851A65E7746C77FCFFD0427EB15F9FE9E0CB7013DDEA49990A', X'EA3E863B5E3755701350473C94C55957EEF042622A466668A89EADDCB74DC73C');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (23, 1795326108588877, 'report', 'received', '', 'source/aplikasi-warga', '', '', 'report/01a201c6-63a2-71e7-9f64-eda532cd9eab', '', X'DF2D886AE6495F515C08E1B9B37BE3D95CD0AA902BFA44C80A021866F42731EF', X'EA3E863B5E3755701350473C94C55957EEF042622A466668A89EADDCB74DC73C', X'63535D76796803451AC4198A97CF4FECF58CD74530571755A562E4458E883B7A');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (24, 1795326108761016, 'decision', 'applied', 'report.claim', 'user/01a201c6-4a70-77c6-a4ce-1d0d57ff823f', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-630e-7469-9be5-ea124058bd2e', 'report/01a201c6-631b-7144-b9b4-f9dd7657c452', '01a201c6-641a-7459-b039-e79a993b19bb', X'1E1D15E10F11B318C23A6653F05FB276D1205EB36B6675EAA08120D101A3CDC2', X'63535D76796803451AC4198A97CF4FECF58CD74530571755A562E4458E883B7A', X'F6AE18E9E4958C6943BB56B105E75C317472285412F9BAA87ADA498AE00661E3');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (25, 1795326108790917, 'decision', 'applied', 'report.forward', 'user/01a201c6-4a70-77c6-a4ce-1d0d57ff823f', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-630e-7469-9be5-ea124058bd2e', 'report/01a201c6-632d-7121-8093-71868f541713', '01a201c6-6440-7751-9757-6874139ac1f6', X'D7C8101505FABBF36D70850868CC8E595D1326AC7B36CDA52456FFA4A638A49A', X'F6AE18E9E4958C6943BB56B105E75C317472285412F9BAA87ADA498AE00661E3', X'095A289D1459B3395EBAC838F4760FE68DA5863AAB65CA85A23FCBD87F5DA00B');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (26, 1795326108844135, 'decision', 'applied', 'report.dispatch', 'user/01a201c6-4a70-77c6-a4ce-1d0d57ff823f', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-630e-7469-9be5-ea124058bd2e', 'report/01a201c6-631b-7144-b9b4-f9dd7657c452', '01a201c6-642c-7354-b5e8-76f097e645dc', X'31ADFE87A2F06E4B0AFA99BFD728FF0D9679D65A8F8D89F3D41444A6F07D815B', X'095A289D1459B3395EBAC838F4760FE68DA5863AAB65CA85A23FCBD87F5DA00B', X'E61BC11D05B8B7EE44AB6BA87D3F46077F76B2EFE9CB438CED6C5C736277B6A1');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (27, 1795326108906025, 'admin', '', 'enrolment.allow', '', '', '', '', '', X'', X'E61BC11D05B8B7EE44AB6BA87D3F46077F76B2EFE9CB438CED6C5C736277B6A1', X'3F734A3751654BCD2BAB2D9EDD1C9A0CC3219460BE775FEEB2B14A3A896D642E');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (28, 1795326108920687, 'enrol', 'ok', '', '', '', '', 'desk/01a201c6-64f9-70f0-bd49-74610079249f', '', X'', X'3F734A3751654BCD2BAB2D9EDD1C9A0CC3219460BE775FEEB2B14A3A896D642E', X'2C3A4DD353AA50CAD08E39632FF0B14F842FD7C91ADE785B33B7ADE54881BBDE');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (29, 1795326109291545, 'admin', '', 'user.make:operator', '', '', '', 'user/01a201c6-666b-7498-8682-f4f3f3e295f1', '', X'', X'2C3A4DD353AA50CAD08E39632FF0B14F842FD7C91ADE785B33B7ADE54881BBDE', X'D9ED1B9EC44515DE2799938C4B56E6F3796297115BB086F653624C5ECCE60E2F');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (30, 1795326109305676, 'sign_in', 'ok', '', 'user/01a201c6-666b-7498-8682-f4f3f3e295f1', '01a201c6-64f9-70f0-bd49-74610079249f', '01a201c6-6896-705b-8b03-1989f65b8c75', '', '', X'', X'D9ED1B9EC44515DE2799938C4B56E6F3796297115BB086F653624C5ECCE60E2F', X'7D9B515D7EE8AA3EE7BB8A766544AEE976FF7A0280CBB02C44F70427A9E9AFF7');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (31, 1795326109868334, 'decision', 'applied', 'report.claim', 'user/01a201c6-666b-7498-8682-f4f3f3e295f1', '01a201c6-64f9-70f0-bd49-74610079249f', '01a201c6-6896-705b-8b03-1989f65b8c75', 'report/01a201c6-6333-73d0-8442-3121fe717738', '01a201c6-68a5-701f-9d3f-9d991350a732', X'6A28A4E7018435DE2C9E25E2BFE03B407527C01B29B1FCE21EC95B9546D64132', X'7D9B515D7EE8AA3EE7BB8A766544AEE976FF7A0280CBB02C44F70427A9E9AFF7', X'E19A17227160D2A9D0140C740A8D4F677DB51E6A5400FB56F1ACBA5B35CDEB64');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (32, 1795326109886712, 'decision', 'applied', 'report.claim', 'user/01a201c6-666b-7498-8682-f4f3f3e295f1', '01a201c6-64f9-70f0-bd49-74610079249f', '01a201c6-6896-705b-8b03-1989f65b8c75', 'report/01a201c6-6339-7571-b820-eea156f36bc6', '01a201c6-68bb-7685-b71f-16bb52cd8a9b', X'74A4268D77A73256BE887907765FBFA16D531D3B6EE4866076566685669917D3', X'E19A17227160D2A9D0140C740A8D4F677DB51E6A5400FB56F1ACBA5B35CDEB64', X'7F600633C709F932D2AAC03619540AD4713F3DD112299AD0E9AB525F1EB3F4F6');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (33, 1795326109943011, 'decision', 'refused:claimed_by_other', 'report.claim', 'user/01a201c6-4a70-77c6-a4ce-1d0d57ff823f', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-630e-7469-9be5-ea124058bd2e', 'report/01a201c6-6333-73d0-8442-3121fe717738', '01a201c6-68d1-734f-bd0d-60cf5c51db92', X'4C36C36FF44D8BDAADE1A6AE7F30D0F34D94DFFD316A0407AF231D1E599CE33D', X'7F600633C709F932D2AAC03619540AD4713F3DD112299AD0E9AB525F1EB3F4F6', X'DBC4CA0EC2BBF93AD7DDE0CDA988715F7EC01D22C27D9A326C49D9EE5E59BF64');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (34, 1795326109951167, 'decision', 'refused:claimed_by_other', 'report.priority', 'user/01a201c6-4a70-77c6-a4ce-1d0d57ff823f', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-630e-7469-9be5-ea124058bd2e', 'report/01a201c6-6339-7571-b820-eea156f36bc6', '01a201c6-68ea-71f5-90ba-b1de8564c71a', X'FA38AADC87562424C1C5A30E87BB66700FEBDFC14737941FCBA9ABB79BA594E6', X'DBC4CA0EC2BBF93AD7DDE0CDA988715F7EC01D22C27D9A326C49D9EE5E59BF64', X'7527AD5DA4661FD91C5D5A8DD7904FF662F9379E64A4435BBE5BEFE50DA1BCD7');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (35, 1795326110000928, 'decision', 'applied', 'report.note', 'user/01a201c6-4a70-77c6-a4ce-1d0d57ff823f', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-630e-7469-9be5-ea124058bd2e', 'report/01a201c6-633f-71e4-8f36-adcf8d9ffb3f', '01a201c6-691f-710c-9099-e8a871003377', X'AADB4CD868ED0FBF7934C80231678999A21BF183AAC222FCCB94595CAB4120BA', X'7527AD5DA4661FD91C5D5A8DD7904FF662F9379E64A4435BBE5BEFE50DA1BCD7', X'29DE59645D9550B434EAD950D9B8D0D4A7A120669CB079A98B443D0AF9DB87C9');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (36, 1795326110169942, 'sign_out', '', '', 'user/01a201c6-4a70-77c6-a4ce-1d0d57ff823f', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-630e-7469-9be5-ea124058bd2e', '', '', X'', X'29DE59645D9550B434EAD950D9B8D0D4A7A120669CB079A98B443D0AF9DB87C9', X'71FE1F4C9A76E9FD01202777860AACFD15FA278108B245C2DF0345D5A249030C');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (37, 1795326110178590, 'lease', 'freed', '', 'user/01a201c6-4a70-77c6-a4ce-1d0d57ff823f', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '', 'report/01a201c6-631b-7144-b9b4-f9dd7657c452', '', X'', X'71FE1F4C9A76E9FD01202777860AACFD15FA278108B245C2DF0345D5A249030C', X'7C65917ADCF724FC48B99A0563BB7D2519DD2983A269E1C0A5DE7DE25177B4BC');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (38, 1795326110178590, 'lease', 'freed', '', 'user/01a201c6-4a70-77c6-a4ce-1d0d57ff823f', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '', 'report/01a201c6-632d-7121-8093-71868f541713', '', X'', X'7C65917ADCF724FC48B99A0563BB7D2519DD2983A269E1C0A5DE7DE25177B4BC', X'6EC01214763EF2EB520BD4B44640325CD6A7E3919AEA068E52A5A425A30500E7');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (39, 1795326110788884, 'sign_in', 'ok', '', 'user/01a201c6-4cbe-74f8-bf0f-18d2e0ca69cb', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-6e7f-7077-9376-2478f5ee6a05', '', '', X'', X'6EC01214763EF2EB520BD4B44640325CD6A7E3919AEA068E52A5A425A30500E7', X'375B9DC48096169FC76F608B3212737469E7F2C8FFDB7141BA00DF615164F1B1');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (40, 1795326111417141, 'sign_out', '', '', 'user/01a201c6-4cbe-74f8-bf0f-18d2e0ca69cb', '01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-6e7f-7077-9376-2478f5ee6a05', '', '', X'', X'375B9DC48096169FC76F608B3212737469E7F2C8FFDB7141BA00DF615164F1B1', X'0797083E928FC744D16D52F636D94378B613C6F695A277520F2BA4E0449EB10E');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (41, 1795326111439953, 'admin', '', 'enrolment.allow', '', '', '', '', '', X'', X'0797083E928FC744D16D52F636D94378B613C6F695A277520F2BA4E0449EB10E', X'4F1016AC6294589A50271F559C212C9B173EEDF8FB1992F6AB1A04D5C5F83943');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (42, 1795326111452631, 'enrol', 'ok', '', '', '', '', 'desk/01a201c6-6edd-77ee-80b6-a832702465f9', '', X'', X'4F1016AC6294589A50271F559C212C9B173EEDF8FB1992F6AB1A04D5C5F83943', X'F1E5C02B9749D3F0D9587248525A8BCD65CF412A531DB208A92548F7F72261EA');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (43, 1795326112115150, 'admin', '', 'user.make:operator', '', '', '', 'user/01a201c6-7173-7385-aa31-8ddd03ae82d3', '', X'', X'F1E5C02B9749D3F0D9587248525A8BCD65CF412A531DB208A92548F7F72261EA', X'96E30F504046728A269301355CD498FF28BEB3A9877C17075E23EFFE72458948');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (44, 1795326112125088, 'sign_in', 'ok', '', 'user/01a201c6-7173-7385-aa31-8ddd03ae82d3', '01a201c6-6edd-77ee-80b6-a832702465f9', '01a201c6-7385-76ad-8193-bd806bd55e9b', '', '', X'', X'96E30F504046728A269301355CD498FF28BEB3A9877C17075E23EFFE72458948', X'2238DEB34FA647A75B99D7E3378DB624E237F1EEA5A26383570C3A003F93978C');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (45, 1795326112665558, 'decision', 'applied', 'report.note', 'user/01a201c6-7173-7385-aa31-8ddd03ae82d3', '01a201c6-6edd-77ee-80b6-a832702465f9', '01a201c6-7385-76ad-8193-bd806bd55e9b', 'report/01a201c6-633f-71e4-8f36-adcf8d9ffb3f', '01a201c6-7391-72b3-8c78-8d41b1d6f52d', X'A7568EB278388FFDBFE45A40D68043BF1C9556F838EBD1759313F6055AFE00F8', X'2238DEB34FA647A75B99D7E3378DB624E237F1EEA5A26383570C3A003F93978C', X'DB73FDF9A481B6C366E2385AC2348AE8C6CCCD2EEE14529E24EB52177BB6193A');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (46, 1795326112693272, 'admin', '', 'user.revoke', 'key/01a201c6-475c-731d-96e8-823b1e77cc44', '', '', 'user/01a201c6-4f25-7022-b5fa-e2ae60f65b18', '', X'', X'DB73FDF9A481B6C366E2385AC2348AE8C6CCCD2EEE14529E24EB52177BB6193A', X'9E7AE612E19BBC95EF61ED7374978D3EC86F2B3E8E789B2B16C03FACD1106D08');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (47, 1795326112711390, 'report', 'received', '', 'source/aplikasi-warga', '', '', 'report/01a201c6-73c1-7358-8594-37c64e2fd80f', '', X'4706A2251ED093AA16626A6CC3CA406FD5178F716F36AA3CEBAD424867B0E649', X'9E7AE612E19BBC95EF61ED7374978D3EC86F2B3E8E789B2B16C03FACD1106D08', X'FCF8AAF478BEFCCF308BC01CD9022D26B7DD8456DA48BCA4A7577E9FE5CA5CB8');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (48, 1795326112721298, 'report', 'received', '', 'source/aplikasi-warga', '', '', 'report/01a201c6-73ca-72c0-8983-6a7548e93327', '', X'7526E7194229DB78B3ABA921EB05AA0188E7BECEF6C3C1568836DA4629AD2FC0', X'FCF8AAF478BEFCCF308BC01CD9022D26B7DD8456DA48BCA4A7577E9FE5CA5CB8', X'0A40A9CFD2B428380571BDBB4F7677B32AF24E90B88FB9787ECCBFA54305534F');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (49, 1795326112729465, 'admin', '', 'device.enrol', 'key/01a201c6-475c-731d-96e8-823b1e77cc44', '', '', 'unit/patroli-1', '', X'', X'0A40A9CFD2B428380571BDBB4F7677B32AF24E90B88FB9787ECCBFA54305534F', X'5B08042C3CF77681EAA0527B1F99004AB6636C6CFF3738AF3155A02605D0CBB7');
INSERT INTO "audit" ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content", "previous", "hash") VALUES (50, 1795326112733749, 'admin', '', 'link.make', 'key/01a201c6-475c-731d-96e8-823b1e77cc44', '', '', 'unit/patroli-1', '', X'', X'5B08042C3CF77681EAA0527B1F99004AB6636C6CFF3738AF3155A02605D0CBB7', X'3B7B7171F6A77EFF80E4C028A38B6E5AB48BE16435B4F858F8E1A1D9313D751B');
INSERT INTO "desks" ("id", "name", "secret_hash", "enrolled_at", "revoked_at") VALUES ('01a201c6-4ff1-714e-821f-a208a1e6a03b', 'Meja 1', X'D40D6C93DD6A226BDF79197E8E5616FD0C3FCB6704F4A2F65A62CE642FA45CCA', 1795326103526192, NULL);
INSERT INTO "desks" ("id", "name", "secret_hash", "enrolled_at", "revoked_at") VALUES ('01a201c6-64f9-70f0-bd49-74610079249f', 'desk of bayu', X'C770B75BD7D6FD2180CE5C794A18FAB1337C8F3B93BD6E35E5B2770A45D0D9F6', 1795326108920687, NULL);
INSERT INTO "desks" ("id", "name", "secret_hash", "enrolled_at", "revoked_at") VALUES ('01a201c6-6edd-77ee-80b6-a832702465f9', 'desk of dewi', X'AF0B4A1D50F124527D61F016CCE6E2EA01963CA6C53ABADB045AB1592A41D572', 1795326111452631, NULL);
INSERT INTO "devices" ("token_hash", "unit_id", "device_id", "created_at", "revoked_at") VALUES (X'C2506DFA9A7DB00FBB2390B623CC9898DE66A82360C528CBEA6EEBE67BD1D61C', 'patroli-1', 'hp-1', 1795326112729465, NULL);
INSERT INTO "enrolments" ("code_hash", "uses_left", "expires_at") VALUES (X'7517BD68B4E8CCF5D327AB4B7BC27B6C594AA802F9DAED02DB8CEF5B028286C3', 0, 1795412503504821);
INSERT INTO "enrolments" ("code_hash", "uses_left", "expires_at") VALUES (X'AEC0351A4B8A44D5843DF8F7ADDD2126B8850A7BBD0E61DAB22AEC7025A0DD10', 0, 1795412511439953);
INSERT INTO "enrolments" ("code_hash", "uses_left", "expires_at") VALUES (X'E6A3035341C09625B34CDB9EC6CE746DE4BB53B68B35B89C3E7D478D4A59D616', 0, 1795412508906025);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (1, 'site', 'site', 1, CAST('{"id":"site","revision":1,"name":"Sigap","zone":"Asia/Jakarta","lat":-7.9786,"lon":112.6318,"zoom":13,"lease_s":60,"stale_after_s":300,"demo":false}' AS BLOB), '', 26880812839544, 1795326100716576);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (3, 'unit', 'patroli-2', 1, CAST('{"id":"patroli-2","revision":1,"call_sign":"Patroli 2","kind":"officer","name":"Contoh","rank":"Brigadir","service_number":"","function":"","post":"","crew":[],"skills":[],"beat_area":"","status":"available","report_id":"","report_number":"","status_at":"2026-11-22T05:41:43.352958Z"}' AS BLOB), '', 26883437162509, 1795326103352958);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (4, 'agency', 'pln', 1, CAST('{"id":"pln","revision":1,"name":"PLN rekaan","short_name":"PLN","email":"pln@contoh.example","phone":"","categories":[],"kind":"agency","lat":null,"lon":null}' AS BLOB), '', 26883448764811, 1795326103364919);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (10, 'report', '01a201c6-6353-7250-bfa6-a3c79a93249d', 1, CAST('{"id":"01a201c6-6353-7250-bfa6-a3c79a93249d","number":"KJ-2611-0006","revision":1,"version":1,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T05:41:48.501629Z","happened_at":null,"text":"lampu jalan padam","category":"other","priority":3,"status":"new","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"01a201c6-6325-70a0-80bc-a317588d2010","name_masked":"W•••• R•••••","phone_masked":"+62••••••••01","reports":6,"confirmed":0,"strikes":0,"blocked":false,"reachable":true,"sealed":"Vt+ojTO3T8N+48LDzS8S04Awki6KSPoMvjzTAQrAdtkEtHsAETEQFWBI2/TZQrXprexd2pDIvgr4H6702xVPePwbRW8phypUjKCSeyTfYhvKTct9CLybCbZrPOMBVJE="},"attachments":[],"claim":null,"last_token":0,"assignments":[],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T05:41:48.501629Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 26888586503098, 1795326108501629);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (11, 'report', '01a201c6-635b-70ec-a00d-1aa52e658e59', 1, CAST('{"id":"01a201c6-635b-70ec-a00d-1aa52e658e59","number":"KJ-2611-0007","revision":1,"version":1,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T05:41:48.514456Z","happened_at":null,"text":"keributan di pasar","category":"other","priority":3,"status":"new","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"01a201c6-6325-70a0-80bc-a317588d2010","name_masked":"W•••• R•••••","phone_masked":"+62••••••••01","reports":7,"confirmed":0,"strikes":0,"blocked":false,"reachable":true,"sealed":"PnUhbAFkS1OC0ZktMPfxb5flr3ft+d8SHGGtZOf6ascc+fMFXY5Ddt/kiz71P66DwrBhc3NunZDVsIlPtI6WC9sXejxn7p6MZe7xlTwy5itt2pE/tZ4kJd6pfuqbxQM="},"attachments":[],"claim":null,"last_token":0,"assignments":[],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T05:41:48.514456Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 26888604751126, 1795326108514456);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (12, 'report', '01a201c6-63a2-71e7-9f64-eda532cd9eab', 1, CAST('{"id":"01a201c6-63a2-71e7-9f64-eda532cd9eab","number":"KJ-2611-0008","revision":1,"version":1,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T05:41:48.588877Z","happened_at":null,"text":"lihat foto","category":"other","priority":3,"status":"new","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"","name_masked":"","phone_masked":"","reports":0,"confirmed":0,"strikes":0,"blocked":false,"reachable":false,"sealed":"nEmYX/pRTY3e1oqcfwKJxvGWQBJMIwzi9zm3UUW5JWS3txM7BwqTP7QEk+TLcoGQzVgeQLnpfW3JGj/OC6/N"},"attachments":[{"id":"01a201c6-63b0-7073-973e-dfbfd12e9bc7","name":"a.jpg","media_type":"image/jpeg","size_bytes":633,"sha256":"1fb33905978012fdcfefe0594cac85fadc79626d2057262e4f9e479ae22c5cfd","received_at":"2026-11-22T05:41:48.588877Z"}],"claim":null,"last_token":0,"assignments":[],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T05:41:48.588877Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 26888677139201, 1795326108588877);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (16, 'unit', 'patroli-1', 2, CAST('{"id":"patroli-1","revision":2,"call_sign":"Patroli 1","kind":"officer","name":"Contoh","rank":"Brigadir","service_number":"","function":"","post":"","crew":[],"skills":[],"beat_area":"","status":"ordered","report_id":"01a201c6-631b-7144-b9b4-f9dd7657c452","report_number":"KJ-2611-0001","status_at":"2026-11-22T05:41:48.447974Z"}' AS BLOB), '', 26888936361897, 1795326108844135);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (17, 'report', '01a201c6-6333-73d0-8442-3121fe717738', 2, CAST('{"id":"01a201c6-6333-73d0-8442-3121fe717738","number":"KJ-2611-0003","revision":2,"version":2,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T05:41:48.468816Z","happened_at":null,"text":"tabrakan beruntun","category":"other","priority":3,"status":"claimed","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"01a201c6-6325-70a0-80bc-a317588d2010","name_masked":"W•••• R•••••","phone_masked":"+62••••••••01","reports":3,"confirmed":0,"strikes":0,"blocked":false,"reachable":true,"sealed":"sl9Uuu6UBYPOo+3+N+gGg1B1eiGFscUiMPqawfSTwi1qmnkrg7X6CmTh4DhEF0mKK4HBTZ/s7n2DvMOSL/cjk1M1XG+8PQlEVyjafPERfoHh89SFjaxStikyltqY040="},"attachments":[],"claim":{"holder_id":"01a201c6-666b-7498-8682-f4f3f3e295f1","holder_name":"Bayu","desk_id":"01a201c6-64f9-70f0-bd49-74610079249f","token":1,"taken_at":"2026-11-22T05:41:49.861843Z","lapsed":false},"last_token":1,"assignments":[],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T05:41:48.468816Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false},{"kind":"report.claim","at":"2026-11-22T05:41:49.861843Z","actor_id":"01a201c6-666b-7498-8682-f4f3f3e295f1","actor_name":"Bayu","decision_id":"01a201c6-68a5-701f-9d3f-9d991350a732","text":"","params":{},"before":{"priority":3,"category":"other","sensitive":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","holder_id":"","holder_name":"","holder_desk":""},"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 26889953157126, 1795326109868334);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (20, 'report', '01a201c6-631b-7144-b9b4-f9dd7657c452', 4, CAST('{"id":"01a201c6-631b-7144-b9b4-f9dd7657c452","number":"KJ-2611-0001","revision":4,"version":3,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T05:41:48.450311Z","happened_at":null,"text":"pohon tumbang menutup jalan","category":"other","priority":3,"status":"ordered","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"01a201c6-6325-70a0-80bc-a317588d2010","name_masked":"W•••• R•••••","phone_masked":"+62••••••••01","reports":1,"confirmed":0,"strikes":0,"blocked":false,"reachable":true,"sealed":"V2d/BViuotHV3SF9D1k3FUHSVo021mv3yy0mcvPzbvWjYUtymg09NRdYCQiGq+Lai4hXNl+4k4u2dWzpUc/Z8rseqC4GbUABPUI3gnuXdJXIqhp3Tn80j7qk6PSOmn0="},"attachments":[],"claim":null,"last_token":1,"assignments":[{"unit_id":"patroli-1","call_sign":"Patroli 1","title":"Brigadir Contoh","decision_id":"01a201c6-642c-7354-b5e8-76f097e645dc","status":"ordered","ordered_at":"2026-11-22T05:41:48.447974Z","read_at":null,"status_at":null,"by":""}],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T05:41:48.450311Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false},{"kind":"report.claim","at":"2026-11-22T05:41:48.429913Z","actor_id":"01a201c6-4a70-77c6-a4ce-1d0d57ff823f","actor_name":"Sari","decision_id":"01a201c6-641a-7459-b039-e79a993b19bb","text":"","params":{},"before":{"priority":3,"category":"other","sensitive":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","holder_id":"","holder_name":"","holder_desk":""},"undone":false},{"kind":"report.dispatch","at":"2026-11-22T05:41:48.447974Z","actor_id":"01a201c6-4a70-77c6-a4ce-1d0d57ff823f","actor_name":"Sari","decision_id":"01a201c6-642c-7354-b5e8-76f097e645dc","text":"","params":{"units":"Patroli 1"},"before":{"priority":3,"category":"other","sensitive":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","holder_id":"01a201c6-4a70-77c6-a4ce-1d0d57ff823f","holder_name":"Sari","holder_desk":"01a201c6-4ff1-714e-821f-a208a1e6a03b"},"undone":false},{"kind":"lease.freed","at":"2026-11-22T05:41:50.178590Z","actor_id":"01a201c6-4a70-77c6-a4ce-1d0d57ff823f","actor_name":"Sari","decision_id":"","text":"","params":{"desk":"01a201c6-4ff1-714e-821f-a208a1e6a03b","token":"1"},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 26890273163251, 1795326110178590);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (21, 'report', '01a201c6-632d-7121-8093-71868f541713', 3, CAST('{"id":"01a201c6-632d-7121-8093-71868f541713","number":"KJ-2611-0002","revision":3,"version":2,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T05:41:48.462952Z","happened_at":null,"text":"kabel listrik putus","category":"other","priority":3,"status":"forwarded","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"01a201c6-6325-70a0-80bc-a317588d2010","name_masked":"W•••• R•••••","phone_masked":"+62••••••••01","reports":2,"confirmed":0,"strikes":0,"blocked":false,"reachable":true,"sealed":"pItD/ltF+p7GBJylo1FzqOkJcPwImVIGFcPss5KUHldV8FPMunssJ89CL4eEqm2T5h11+InXsiRDIbuETqoZuvqg7CIzXTxB1D2zrmiu/HDMR3EFYoxZxZBm5aYkizk="},"attachments":[],"claim":null,"last_token":1,"assignments":[],"forwards":[{"id":"01a201c6-6440-7751-9757-6874139ac1f6","agency_id":"pln","agency_name":"PLN","agency_phone":"","status":"held","text":"kabel putus","decided_at":"2026-11-22T05:41:48.468784Z","send_after":"2026-11-22T05:41:48.468784Z","sent_at":null,"tries":0,"last_error":"","confirmed_at":null,"confirmed_by":""}],"timeline":[{"kind":"received","at":"2026-11-22T05:41:48.462952Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false},{"kind":"report.forward","at":"2026-11-22T05:41:48.468784Z","actor_id":"01a201c6-4a70-77c6-a4ce-1d0d57ff823f","actor_name":"Sari","decision_id":"01a201c6-6440-7751-9757-6874139ac1f6","text":"kabel putus","params":{"agency":"PLN"},"before":{"priority":3,"category":"other","sensitive":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","holder_id":"","holder_name":"","holder_desk":""},"undone":false},{"kind":"lease.freed","at":"2026-11-22T05:41:50.178590Z","actor_id":"01a201c6-4a70-77c6-a4ce-1d0d57ff823f","actor_name":"Sari","decision_id":"","text":"","params":{"desk":"01a201c6-4ff1-714e-821f-a208a1e6a03b","token":"1"},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 26890273164273, 1795326110178590);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (22, 'report', '01a201c6-633f-71e4-8f36-adcf8d9ffb3f', 3, CAST('{"id":"01a201c6-633f-71e4-8f36-adcf8d9ffb3f","number":"KJ-2611-0005","revision":3,"version":1,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T05:41:48.481075Z","happened_at":null,"text":"pencurian sepeda motor","category":"other","priority":3,"status":"new","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"01a201c6-6325-70a0-80bc-a317588d2010","name_masked":"W•••• R•••••","phone_masked":"+62••••••••01","reports":5,"confirmed":0,"strikes":0,"blocked":false,"reachable":true,"sealed":"vPUglE4FQT+gObLWbctYkcwtEObiDsPenzsyLhunOmzr5Tbz+H3jmrL/MUnRHvnAU8H8EtoJmWWZkI9Y1Z4JeBHrwtBOb7UJErupnhLGAgAMZcGFY9u+jM8Fn4Pv3s8="},"attachments":[],"claim":null,"last_token":0,"assignments":[],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T05:41:48.481075Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false},{"kind":"report.note","at":"2026-11-22T05:41:49.715542Z","actor_id":"01a201c6-4a70-77c6-a4ce-1d0d57ff823f","actor_name":"Sari","decision_id":"01a201c6-691f-710c-9099-e8a871003377","text":"terjawab, belum terlihat","params":{},"before":null,"undone":false},{"kind":"report.note","at":"2026-11-22T05:41:52.657699Z","actor_id":"01a201c6-7173-7385-aa31-8ddd03ae82d3","actor_name":"Dewi","decision_id":"01a201c6-7391-72b3-8c78-8d41b1d6f52d","text":"dari meja lain","params":{},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 26892750423189, 1795326112665558);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (24, 'report', '01a201c6-73ca-72c0-8983-6a7548e93327', 1, CAST('{"id":"01a201c6-73ca-72c0-8983-6a7548e93327","number":"KJ-2611-0010","revision":1,"version":1,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T05:41:52.721298Z","happened_at":null,"text":"baru masuk","category":"other","priority":3,"status":"new","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"","name_masked":"","phone_masked":"","reports":0,"confirmed":0,"strikes":0,"blocked":false,"reachable":false,"sealed":"zAa5wihi9+Y77MDsW8sOQPZIOmh+fIBLz3CCBf+lXuIDgasB7kaCe1ImbtIPJ3fJ96MZGLlFAGcqF3etJyEa"},"attachments":[],"claim":null,"last_token":0,"assignments":[],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T05:41:52.721298Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 26892805947663, 1795326112721298);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (25, 'report', '01a201c6-6339-7571-b820-eea156f36bc6', 3, NULL, 'withdrawn', 26892808379106, 1795326112724651);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (26, 'report', '01a201c6-73c1-7358-8594-37c64e2fd80f', 2, NULL, 'withdrawn', 26892809292483, 1795326112725584);
INSERT INTO "keys" ("id", "key_hash", "name", "role", "created_at", "revoked_at") VALUES ('01a201c6-475c-731d-96e8-823b1e77cc44', X'EDE31DEDE14729491DD10411D18CAF12DBB91E9CE4921C406484131C40C5D6B3', 'tests', 'administrator', 1795326101340734, NULL);
INSERT INTO "leases" ("report_id", "token", "holder_id", "desk_id", "expires_at") VALUES ('01a201c6-6333-73d0-8442-3121fe717738', 1, '01a201c6-666b-7498-8682-f4f3f3e295f1', '01a201c6-64f9-70f0-bd49-74610079249f', 1795326169868334);
INSERT INTO "leases" ("report_id", "token", "holder_id", "desk_id", "expires_at") VALUES ('01a201c6-6339-7571-b820-eea156f36bc6', 1, '01a201c6-666b-7498-8682-f4f3f3e295f1', '01a201c6-64f9-70f0-bd49-74610079249f', 1795326169886712);
INSERT INTO "media" ("id", "report_id", "sha256", "size_bytes", "media_type", "name", "received_at") VALUES ('01a201c6-63b0-7073-973e-dfbfd12e9bc7', '01a201c6-63a2-71e7-9f64-eda532cd9eab', '1fb33905978012fdcfefe0594cac85fadc79626d2057262e4f9e479ae22c5cfd', 633, 'image/jpeg', 'a.jpg', 1795326108588877);
INSERT INTO "meta" ("name", "value") VALUES ('audit_key', '7181fd45f51da0d6edb008b4a169b22f8d22e89d291e2adcfbf9795edfbf0d98');
INSERT INTO "meta" ("name", "value") VALUES ('epoch', '01a201c6-44b2-70da-bccf-8af92170f0ab');
INSERT INTO "meta" ("name", "value") VALUES ('hmac_key', 'c71c683e098816fbe1fb6705cdc18f6a556239cd65803f1a86bebb619da2c7b6');
INSERT INTO "meta" ("name", "value") VALUES ('home', '');
INSERT INTO "meta" ("name", "value") VALUES ('identity_key', 'facc44f97ca293762edca9a605afaad33b241b9e7812f4b6eef4fb4167117850');
INSERT INTO "meta" ("name", "value") VALUES ('restored_at', '');
INSERT INTO "meta" ("name", "value") VALUES ('token_floor', '0');
INSERT INTO "numbers" ("name", "value") VALUES ('KJ-2611', 10);
INSERT INTO "numbers" ("name", "value") VALUES ('audit.checkpoint', 2);
INSERT INTO "numbers" ("name", "value") VALUES ('audit.epoch', 1);
INSERT INTO "numbers" ("name", "value") VALUES ('feed', 26);
INSERT INTO "numbers" ("name", "value") VALUES ('server.run', 1);
INSERT INTO "officer_links" ("token_hash", "unit_id", "created_at", "ended_at") VALUES (X'C5710DA88D25C36DC1C6C817D665CAB032025651525E3930DC53D89A8A5E0729', 'patroli-1', 1795326112733749, NULL);
INSERT INTO "outbox" ("forward_id", "report_id", "agency_id", "recipient", "state", "tries", "send_after", "next_try", "last_error") VALUES ('01a201c6-6440-7751-9757-6874139ac1f6', '01a201c6-632d-7121-8093-71868f541713', 'pln', 'pln@contoh.example', 'waiting', 0, 1795326108468784, 1795326108468784, '');
INSERT INTO "position_history" ("id", "unit_id", "at", "received_at", "lat", "lon", "speed_m_s", "course_deg", "accuracy_m", "battery_percent", "mock", "source_time") VALUES (1, 'patroli-1', 1795326112736182, 1795326112737935, -7.98, 112.62, NULL, NULL, NULL, NULL, 0, '');
INSERT INTO "positions_latest" ("unit_id", "at", "received_at", "lat", "lon", "speed_m_s", "course_deg", "accuracy_m", "battery_percent", "mock") VALUES ('patroli-1', 1795326112736182, 1795326112737935, -7.98, 112.62, NULL, NULL, NULL, NULL, 0);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-641a-7459-b039-e79a993b19bb', X'1E1D15E10F11B318C23A6653F05FB276D1205EB36B6675EAA08120D101A3CDC2', CAST('{"id":"01a201c6-641a-7459-b039-e79a993b19bb","outcome":"applied","refusal":null,"token":1,"server_time":"2026-11-22T05:41:48.761016Z"}' AS BLOB), 1795326108761016);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-642c-7354-b5e8-76f097e645dc', X'31ADFE87A2F06E4B0AFA99BFD728FF0D9679D65A8F8D89F3D41444A6F07D815B', CAST('{"id":"01a201c6-642c-7354-b5e8-76f097e645dc","outcome":"applied","refusal":null,"token":1,"server_time":"2026-11-22T05:41:48.844135Z"}' AS BLOB), 1795326108844135);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-6440-7751-9757-6874139ac1f6', X'D7C8101505FABBF36D70850868CC8E595D1326AC7B36CDA52456FFA4A638A49A', CAST('{"id":"01a201c6-6440-7751-9757-6874139ac1f6","outcome":"applied","refusal":null,"token":1,"server_time":"2026-11-22T05:41:48.790917Z"}' AS BLOB), 1795326108790917);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-68d1-734f-bd0d-60cf5c51db92', X'4C36C36FF44D8BDAADE1A6AE7F30D0F34D94DFFD316A0407AF231D1E599CE33D', CAST('{"id":"01a201c6-68d1-734f-bd0d-60cf5c51db92","outcome":"refused","refusal":{"reason":"claimed_by_other","params":{"holder":"Bayu","number":"KJ-2611-0003"}},"token":null,"server_time":"2026-11-22T05:41:49.943011Z"}' AS BLOB), 1795326109943011);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-68ea-71f5-90ba-b1de8564c71a', X'FA38AADC87562424C1C5A30E87BB66700FEBDFC14737941FCBA9ABB79BA594E6', CAST('{"id":"01a201c6-68ea-71f5-90ba-b1de8564c71a","outcome":"refused","refusal":{"reason":"claimed_by_other","params":{"holder":"Bayu","number":"KJ-2611-0004"}},"token":null,"server_time":"2026-11-22T05:41:49.951167Z"}' AS BLOB), 1795326109951167);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a201c6-4ff1-714e-821f-a208a1e6a03b', '01a201c6-691f-710c-9099-e8a871003377', X'AADB4CD868ED0FBF7934C80231678999A21BF183AAC222FCCB94595CAB4120BA', CAST('{"id":"01a201c6-691f-710c-9099-e8a871003377","outcome":"applied","refusal":null,"token":null,"server_time":"2026-11-22T05:41:50.000928Z"}' AS BLOB), 1795326110000928);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a201c6-64f9-70f0-bd49-74610079249f', '01a201c6-68a5-701f-9d3f-9d991350a732', X'6A28A4E7018435DE2C9E25E2BFE03B407527C01B29B1FCE21EC95B9546D64132', CAST('{"id":"01a201c6-68a5-701f-9d3f-9d991350a732","outcome":"applied","refusal":null,"token":1,"server_time":"2026-11-22T05:41:49.868334Z"}' AS BLOB), 1795326109868334);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a201c6-64f9-70f0-bd49-74610079249f', '01a201c6-68bb-7685-b71f-16bb52cd8a9b', X'74A4268D77A73256BE887907765FBFA16D531D3B6EE4866076566685669917D3', CAST('{"id":"01a201c6-68bb-7685-b71f-16bb52cd8a9b","outcome":"applied","refusal":null,"token":1,"server_time":"2026-11-22T05:41:49.886712Z"}' AS BLOB), 1795326109886712);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a201c6-6edd-77ee-80b6-a832702465f9', '01a201c6-7391-72b3-8c78-8d41b1d6f52d', X'A7568EB278388FFDBFE45A40D68043BF1C9556F838EBD1759313F6055AFE00F8', CAST('{"id":"01a201c6-7391-72b3-8c78-8d41b1d6f52d","outcome":"applied","refusal":null,"token":null,"server_time":"2026-11-22T05:41:52.665558Z"}' AS BLOB), 1795326112665558);
INSERT INTO "reporters" ("id", "source_id", "account", "phone_hmac", "reports", "confirmed", "strikes", "blocked") VALUES ('01a201c6-6325-70a0-80bc-a317588d2010', 'aplikasi-warga', 'warga-1', X'FC02FF1D79960F5D168E9C471715ECFF4A448ED2EA62D56A84CCCD4F996835B0', 7, 0, 0, 0);
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a201c6-631b-7144-b9b4-f9dd7657c452', 'KJ-2611-0001', 'aplikasi-warga', '01a201c6-6325-70a0-80bc-a317588d2010', 'report', 'other', 3, 'ordered', 1795326108450311, NULL, X'32116E1CBC163052C3F2B650FFD1EE33B4A5CD6083264D319CF953C47D5A26C8');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a201c6-632d-7121-8093-71868f541713', 'KJ-2611-0002', 'aplikasi-warga', '01a201c6-6325-70a0-80bc-a317588d2010', 'report', 'other', 3, 'forwarded', 1795326108462952, NULL, X'3E564CEF840BF865D1ABE3BED061E178241F943D09D19456EBABB8492F580EA5');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a201c6-6333-73d0-8442-3121fe717738', 'KJ-2611-0003', 'aplikasi-warga', '01a201c6-6325-70a0-80bc-a317588d2010', 'report', 'other', 3, 'claimed', 1795326108468816, NULL, X'58BFB2EF5BF02AB8DAE4A521DEA790644EA0CA1ACC64062B0F080335FA7FCD35');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a201c6-6339-7571-b820-eea156f36bc6', 'KJ-2611-0004', 'aplikasi-warga', '01a201c6-6325-70a0-80bc-a317588d2010', 'report', 'other', 3, 'claimed', 1795326108474515, NULL, X'9D2A2D475F53FE9E1CE06C540EB04ACDDB22594C5D32D633AC71F6262B7700AC');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a201c6-633f-71e4-8f36-adcf8d9ffb3f', 'KJ-2611-0005', 'aplikasi-warga', '01a201c6-6325-70a0-80bc-a317588d2010', 'report', 'other', 3, 'new', 1795326108481075, NULL, X'50D257B80115EB5B3D3D3AB9AFFBD89BDDD57F9E21C161647B7DA25BB8C3CA7B');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a201c6-6353-7250-bfa6-a3c79a93249d', 'KJ-2611-0006', 'aplikasi-warga', '01a201c6-6325-70a0-80bc-a317588d2010', 'report', 'other', 3, 'new', 1795326108501629, NULL, X'12E68A8AC89F2EA6670CB062821CD52C95EDD963311831E765F8247712E5FC75');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a201c6-635b-70ec-a00d-1aa52e658e59', 'KJ-2611-0007', 'aplikasi-warga', '01a201c6-6325-70a0-80bc-a317588d2010', 'report', 'other', 3, 'new', 1795326108514456, NULL, X'05DEFC33C2FCB8A0238A1DDA5176C7772DAB7D5B30345C998E2B4E19305CFF4E');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a201c6-63a2-71e7-9f64-eda532cd9eab', 'KJ-2611-0008', 'aplikasi-warga', '', 'report', 'other', 3, 'new', 1795326108588877, NULL, X'DF2D886AE6495F515C08E1B9B37BE3D95CD0AA902BFA44C80A021866F42731EF');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a201c6-73c1-7358-8594-37c64e2fd80f', 'KJ-2611-0009', 'aplikasi-warga', '', 'report', 'other', 3, 'new', 1795326112711390, NULL, X'4706A2251ED093AA16626A6CC3CA406FD5178F716F36AA3CEBAD424867B0E649');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a201c6-73ca-72c0-8983-6a7548e93327', 'KJ-2611-0010', 'aplikasi-warga', '', 'report', 'other', 3, 'new', 1795326112721298, NULL, X'7526E7194229DB78B3ABA921EB05AA0188E7BECEF6C3C1568836DA4629AD2FC0');
INSERT INTO "schema_version" ("revision") VALUES ('0001');
INSERT INTO "schema_version" ("revision") VALUES ('0002');
INSERT INTO "sessions" ("id", "user_id", "name", "role", "desk_id", "issued_at", "access_hash", "access_until", "refresh_hash", "earlier_refresh_hash", "refreshed_at", "revoked_at") VALUES ('01a201c6-52cf-7415-bd37-665f6bcf5325', '01a201c6-4a70-77c6-a4ce-1d0d57ff823f', 'Sari', 'operator', '01a201c6-4ff1-714e-821f-a208a1e6a03b', 1795326103585241, X'9E211BAD87B29E3B271E15EC4D3E8F2B43FD5754CFCDF176AD710CB895EF7961', 1795327003585241, X'E6D0B7BA1AC82D3812DC2BA6CD5EDC5201AECC8B4026F67D8C797080A5446660', NULL, 1795326103585241, NULL);
INSERT INTO "sessions" ("id", "user_id", "name", "role", "desk_id", "issued_at", "access_hash", "access_until", "refresh_hash", "earlier_refresh_hash", "refreshed_at", "revoked_at") VALUES ('01a201c6-5c08-731b-88be-d1c0bb6b6ad3', '01a201c6-4cbe-74f8-bf0f-18d2e0ca69cb', 'Joko', 'supervisor', '01a201c6-4ff1-714e-821f-a208a1e6a03b', 1795326106077644, X'C560EC2F8E631BC559C24FAD8E0CCCCD4140EA692690E93DBE94D8EA4EAF80ED', 1795327006077644, X'36768A4E912D9289D6DEFA371B1592ADC7E627C657F680C7F4BA5DCFF6223123', NULL, 1795326106077644, NULL);
INSERT INTO "sessions" ("id", "user_id", "name", "role", "desk_id", "issued_at", "access_hash", "access_until", "refresh_hash", "earlier_refresh_hash", "refreshed_at", "revoked_at") VALUES ('01a201c6-630e-7469-9be5-ea124058bd2e', '01a201c6-4a70-77c6-a4ce-1d0d57ff823f', 'Sari', 'operator', '01a201c6-4ff1-714e-821f-a208a1e6a03b', 1795326107900961, X'6E52F0A12E776CDB2F90841E0E85AAF75A3E1CF913625E0A2AD7BD1A367EB19B', 1795326110169470, X'6C5DBBBB07C95134F9E134C1FAA115D61C4EAA079B127EBA12974E0AB4F24558', NULL, 1795326107900961, NULL);
INSERT INTO "sessions" ("id", "user_id", "name", "role", "desk_id", "issued_at", "access_hash", "access_until", "refresh_hash", "earlier_refresh_hash", "refreshed_at", "revoked_at") VALUES ('01a201c6-6896-705b-8b03-1989f65b8c75', '01a201c6-666b-7498-8682-f4f3f3e295f1', 'Bayu', 'operator', '01a201c6-64f9-70f0-bd49-74610079249f', 1795326109305676, X'2D1C9DBFB8620F7A75E7DF5FAC7B6B93FBC37F08D2F0908F0FCBD59C7C12A399', 1795327009305676, X'796893202CA6D0ADAAAC536B73A4B6D4825A7B6FB9D50CFAF667110E4EA25558', NULL, 1795326109305676, NULL);
INSERT INTO "sessions" ("id", "user_id", "name", "role", "desk_id", "issued_at", "access_hash", "access_until", "refresh_hash", "earlier_refresh_hash", "refreshed_at", "revoked_at") VALUES ('01a201c6-6e7f-7077-9376-2478f5ee6a05', '01a201c6-4cbe-74f8-bf0f-18d2e0ca69cb', 'Joko', 'supervisor', '01a201c6-4ff1-714e-821f-a208a1e6a03b', 1795326110788884, X'0B4081367C48F5550725D9A0BFDACC421B8C9D8A8E40E3891D255D36EFF63769', 1795326111416935, X'817011871A75599E0922BF0DB2D26D018C7CE395AF273533295BC9C658161472', NULL, 1795326110788884, NULL);
INSERT INTO "sessions" ("id", "user_id", "name", "role", "desk_id", "issued_at", "access_hash", "access_until", "refresh_hash", "earlier_refresh_hash", "refreshed_at", "revoked_at") VALUES ('01a201c6-7385-76ad-8193-bd806bd55e9b', '01a201c6-7173-7385-aa31-8ddd03ae82d3', 'Dewi', 'operator', '01a201c6-6edd-77ee-80b6-a832702465f9', 1795326112125088, X'AE95E22D29E0FD51D7AEA8415759D564D25A824B3168ECFF3187561D4A22C881', 1795327012125088, X'52B71F401DC16CC0B6F6344E87D527C0F85E6FD5A185AB37739478CAC7594233', NULL, 1795326112125088, NULL);
INSERT INTO "sources" ("id", "name", "kind", "key_hash", "per_second", "valid_from", "valid_until", "revoked_at") VALUES ('aplikasi-warga', 'Aplikasi-Warga', 'citizen_app', X'23ECAB1731BB5AFB1A1E35D14C59DE6A7CC42F8AE25CE6112DE5AA70A457BECB', 1000.0, NULL, NULL, NULL);
INSERT INTO "users" ("id", "login", "name", "role", "passphrase_hash", "active", "created_at") VALUES ('01a201c6-4a70-77c6-a4ce-1d0d57ff823f', 'sari', 'Sari', 'operator', '$argon2id$v=19$m=65536,t=3,p=4$mWUHbSRgrIPw7BWhqGgo5g$+SVB42e0EtnAts59xsf1agE+LxSjd7uN7dvFYQwO3wc', 1, 1795326102128524);
INSERT INTO "users" ("id", "login", "name", "role", "passphrase_hash", "active", "created_at") VALUES ('01a201c6-4cbe-74f8-bf0f-18d2e0ca69cb', 'joko', 'Joko', 'supervisor', '$argon2id$v=19$m=65536,t=3,p=4$QMFF/fA7TFgAcgkyDfE9qw$mNv1eggsSYLjxiM2hKxcJ3zw+o8XWm0n7xPDLxbRXLY', 1, 1795326102719007);
INSERT INTO "users" ("id", "login", "name", "role", "passphrase_hash", "active", "created_at") VALUES ('01a201c6-4f25-7022-b5fa-e2ae60f65b18', 'lama', 'Lama', 'operator', '$argon2id$v=19$m=65536,t=3,p=4$VrEsSYMwUkOfRDAibgG5Og$azjw3y2onGlylt0DiPrNlJzQ8JV1TI1ylNHucewIELk', 0, 1795326103333573);
INSERT INTO "users" ("id", "login", "name", "role", "passphrase_hash", "active", "created_at") VALUES ('01a201c6-666b-7498-8682-f4f3f3e295f1', 'bayu', 'Bayu', 'operator', '$argon2id$v=19$m=65536,t=3,p=4$ndMRor4AnPBY/CaeE7iOmQ$cHFIUZj04kTJQR0gA6jKes7FapY05MfSvPxOQTcWQMY', 1, 1795326109291545);
INSERT INTO "users" ("id", "login", "name", "role", "passphrase_hash", "active", "created_at") VALUES ('01a201c6-7173-7385-aa31-8ddd03ae82d3', 'dewi', 'Dewi', 'operator', '$argon2id$v=19$m=65536,t=3,p=4$wNhGQQLLbb5PNaG0z4g7RQ$gnPU+FPzFKpbSrmZl3icKaK4TriuhgGCwQvNqM7aXjo', 1, 1795326112115150);
COMMIT;
