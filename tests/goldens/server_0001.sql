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
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (1, 1795315197439612, '', '01a2011f-e602-7511-830e-715eacd00c51', '127.0.0.1', 'enrolled');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (2, 1795315197458023, 'sari', '01a2011f-e602-7511-830e-715eacd00c51', '127.0.0.1', 'ok');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (3, 1795315198345119, 'joko', '01a2011f-e602-7511-830e-715eacd00c51', '127.0.0.1', 'ok');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (4, 1795315199215013, 'sari', '01a2011f-e602-7511-830e-715eacd00c51', '127.0.0.1', 'ok');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (5, 1795315199541975, '', '01a2011f-ee36-7643-b524-d4fdc12fbd77', '127.0.0.1', 'enrolled');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (6, 1795315199840912, 'bayu', '01a2011f-ee36-7643-b524-d4fdc12fbd77', '127.0.0.1', 'ok');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (7, 1795315200654405, 'joko', '01a2011f-e602-7511-830e-715eacd00c51', '127.0.0.1', 'ok');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (8, 1795315201004565, '', '01a2011f-f3ed-7137-a842-e3b0d477f347', '127.0.0.1', 'enrolled');
INSERT INTO "attempts" ("id", "at", "login", "desk_id", "address", "outcome") VALUES (9, 1795315201292305, 'dewi', '01a2011f-f3ed-7137-a842-e3b0d477f347', '127.0.0.1', 'ok');
INSERT INTO "desks" ("id", "name", "secret_hash", "enrolled_at", "revoked_at") VALUES ('01a2011f-e602-7511-830e-715eacd00c51', 'Meja 1', X'97E93886BDB31253018D4A0745901469CE852C37E6B7E14FF7F91220BB8D90B1', 1795315197439612, NULL);
INSERT INTO "desks" ("id", "name", "secret_hash", "enrolled_at", "revoked_at") VALUES ('01a2011f-ee36-7643-b524-d4fdc12fbd77', 'desk of bayu', X'630F94ABD24BAB019385C69C4B859E348657D310B6CC8FF2F30C9BCAFE1E403E', 1795315199541975, NULL);
INSERT INTO "desks" ("id", "name", "secret_hash", "enrolled_at", "revoked_at") VALUES ('01a2011f-f3ed-7137-a842-e3b0d477f347', 'desk of dewi', X'55B18ACB653E5E8274DA441B59E94F687EB29B8C2D25EA30D944F37D96B84F48', 1795315201004565, NULL);
INSERT INTO "devices" ("token_hash", "unit_id", "device_id", "created_at", "revoked_at") VALUES (X'3B817CE665E2F14628BBC7EC9CB8C9E8DFC5990EA90745EB5FCAEC92A972CE20', 'patroli-1', 'hp-1', 1795315201660243, NULL);
INSERT INTO "enrolments" ("code_hash", "uses_left", "expires_at") VALUES (X'10DFFC9D025B6C552D33EBDFBFBAA2C8AD545064D757A4748896F193A72BD4FE', 0, 1795401597426857);
INSERT INTO "enrolments" ("code_hash", "uses_left", "expires_at") VALUES (X'24C418AF0856882C68BFBA03DB577A1F3F011F31070C0DDD825D27EB66EF457E', 0, 1795401599539718);
INSERT INTO "enrolments" ("code_hash", "uses_left", "expires_at") VALUES (X'26DF3A3818E6FFFAF6A078E8FA1B3DAA75AF4A62E3384B6FF4919863EB1CF188', 0, 1795401601000565);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (1, 'site', 'site', 1, CAST('{"id":"site","revision":1,"name":"Sigap","zone":"Asia/Jakarta","lat":-7.9786,"lon":112.6318,"zoom":13,"lease_s":60,"stale_after_s":300,"demo":false}' AS BLOB), '', 15976602339169, 1795315196516985);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (3, 'unit', 'patroli-2', 1, CAST('{"id":"patroli-2","revision":1,"call_sign":"Patroli 2","kind":"officer","name":"Contoh","rank":"Brigadir","service_number":"","function":"","post":"","crew":[],"skills":[],"beat_area":"","status":"available","report_id":"","report_number":"","status_at":"2026-11-22T02:39:57.354493Z"}' AS BLOB), '', 15977438567857, 1795315197354493);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (4, 'agency', 'pln', 1, CAST('{"id":"pln","revision":1,"name":"PLN rekaan","short_name":"PLN","email":"pln@contoh.example","phone":"","categories":[],"kind":"agency","lat":null,"lon":null}' AS BLOB), '', 15977439489176, 1795315197355728);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (10, 'report', '01a2011f-edbc-73c9-8e56-36294812e907', 1, CAST('{"id":"01a2011f-edbc-73c9-8e56-36294812e907","number":"KJ-2611-0006","revision":1,"version":1,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T02:39:59.421164Z","happened_at":null,"text":"lampu jalan padam","category":"other","priority":3,"status":"new","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"01a2011f-ed9c-773d-9671-479e6e88f4f9","name_masked":"W•••• R•••••","phone_masked":"+62••••••••01","reports":6,"confirmed":0,"strikes":0,"blocked":false,"reachable":true,"sealed":"l4ztgIn1pT3g1l6rNTOFxzGKTui5Gckw0DkU0QlSdlW0lg62g2g897QJN3BBq+bmVaj2lGi/zofS/27RlBjBdtdxNyyAxB6L0IqAukPlZpXDt0PVpQ+wZEKbSP9+exk="},"attachments":[],"claim":null,"last_token":0,"assignments":[],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T02:39:59.421164Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 15979505630718, 1795315199421164);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (11, 'report', '01a2011f-edbf-732b-a113-f1cc7dca3444', 1, CAST('{"id":"01a2011f-edbf-732b-a113-f1cc7dca3444","number":"KJ-2611-0007","revision":1,"version":1,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T02:39:59.424022Z","happened_at":null,"text":"keributan di pasar","category":"other","priority":3,"status":"new","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"01a2011f-ed9c-773d-9671-479e6e88f4f9","name_masked":"W•••• R•••••","phone_masked":"+62••••••••01","reports":7,"confirmed":0,"strikes":0,"blocked":false,"reachable":true,"sealed":"pZ32aEv221+NWplmodBxFpgZUEfwzO/o9iK4zcA5pX+bZhP3bKFFEJyX4tdoAjAKbcR5Lc2c59tF2wc3n2rdzHJ/b8oIuY5ZhJZNHedo2LLazTob8sYlTRvkjSHySgM="},"attachments":[],"claim":null,"last_token":0,"assignments":[],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T02:39:59.424022Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 15979508492601, 1795315199424022);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (12, 'report', '01a2011f-edc9-70db-9f74-e53e7c8a2953', 1, CAST('{"id":"01a2011f-edc9-70db-9f74-e53e7c8a2953","number":"KJ-2611-0008","revision":1,"version":1,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T02:39:59.440722Z","happened_at":null,"text":"lihat foto","category":"other","priority":3,"status":"new","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"","name_masked":"","phone_masked":"","reports":0,"confirmed":0,"strikes":0,"blocked":false,"reachable":false,"sealed":"kbG8XQbYD27CA2/fvj/ReThTS98Pa3Uc29udJrasCp9OGW4HtSkunifQ9qd/N4DE9gyLwlohKk97D+N5QkJm"},"attachments":[{"id":"01a2011f-edd1-74fc-b5eb-acb20ce0b5fa","name":"a.jpg","media_type":"image/jpeg","size_bytes":633,"sha256":"1fb33905978012fdcfefe0594cac85fadc79626d2057262e4f9e479ae22c5cfd","received_at":"2026-11-22T02:39:59.440722Z"}],"claim":null,"last_token":0,"assignments":[],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T02:39:59.440722Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 15979525989363, 1795315199440722);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (16, 'unit', 'patroli-1', 2, CAST('{"id":"patroli-1","revision":2,"call_sign":"Patroli 1","kind":"officer","name":"Contoh","rank":"Brigadir","service_number":"","function":"","post":"","crew":[],"skills":[],"beat_area":"","status":"ordered","report_id":"01a2011f-ed94-70fe-929f-43b8bfd07023","report_number":"KJ-2611-0001","status_at":"2026-11-22T02:39:59.400523Z"}' AS BLOB), '', 15979606667988, 1795315199521616);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (17, 'report', '01a2011f-edb1-72fd-92ac-2aa2d20bb1c7', 2, CAST('{"id":"01a2011f-edb1-72fd-92ac-2aa2d20bb1c7","number":"KJ-2611-0003","revision":2,"version":2,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T02:39:59.411173Z","happened_at":null,"text":"tabrakan beruntun","category":"other","priority":3,"status":"claimed","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"01a2011f-ed9c-773d-9671-479e6e88f4f9","name_masked":"W•••• R•••••","phone_masked":"+62••••••••01","reports":3,"confirmed":0,"strikes":0,"blocked":false,"reachable":true,"sealed":"yepmQYgex5ImO6HA5udrHZgcO0WIMtENHXWp9B1If5N+EmHFL/F+RvY6V0GOq9kP1FqrxpNWLRvkjTxgiW/ApAh9N6J3apUqH/zB4VKsJ6HVUp2SPNINIH8vYkO1Zcc="},"attachments":[],"claim":{"holder_id":"01a2011f-ee41-7768-9d00-fcc9cccaa480","holder_name":"Bayu","desk_id":"01a2011f-ee36-7643-b524-d4fdc12fbd77","token":1,"taken_at":"2026-11-22T02:40:00.083234Z","lapsed":false},"last_token":1,"assignments":[],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T02:39:59.411173Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false},{"kind":"report.claim","at":"2026-11-22T02:40:00.083234Z","actor_id":"01a2011f-ee41-7768-9d00-fcc9cccaa480","actor_name":"Bayu","decision_id":"01a2011f-f053-728b-a134-81c19ebe3b54","text":"","params":{},"before":{"priority":3,"category":"other","sensitive":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","holder_id":"","holder_name":"","holder_desk":""},"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 15980170753615, 1795315200085425);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (20, 'report', '01a2011f-ed94-70fe-929f-43b8bfd07023', 4, CAST('{"id":"01a2011f-ed94-70fe-929f-43b8bfd07023","number":"KJ-2611-0001","revision":4,"version":3,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T02:39:59.385513Z","happened_at":null,"text":"pohon tumbang menutup jalan","category":"other","priority":3,"status":"ordered","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"01a2011f-ed9c-773d-9671-479e6e88f4f9","name_masked":"W•••• R•••••","phone_masked":"+62••••••••01","reports":1,"confirmed":0,"strikes":0,"blocked":false,"reachable":true,"sealed":"N9pO4DbA0+BhKcXZIELi5ZscNFiE/CebVzYGm4sgxud3TF4LKAt8V8AEWlu8Da+gIOH7ttkN7sKqAGtiZky8uCYg7/IJFSSox+X89VVdt58XeGg3JngeTNzTRqMrToI="},"attachments":[],"claim":null,"last_token":1,"assignments":[{"unit_id":"patroli-1","call_sign":"Patroli 1","title":"Brigadir Contoh","decision_id":"01a2011f-edf9-7624-aa2c-65e35459e724","status":"ordered","ordered_at":"2026-11-22T02:39:59.400523Z","read_at":null,"status_at":null,"by":""}],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T02:39:59.385513Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false},{"kind":"report.claim","at":"2026-11-22T02:39:59.391890Z","actor_id":"01a2011f-e347-70ab-855f-46ef21b6af9d","actor_name":"Sari","decision_id":"01a2011f-edf0-7585-8ee0-d90a098b8241","text":"","params":{},"before":{"priority":3,"category":"other","sensitive":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","holder_id":"","holder_name":"","holder_desk":""},"undone":false},{"kind":"report.dispatch","at":"2026-11-22T02:39:59.400523Z","actor_id":"01a2011f-e347-70ab-855f-46ef21b6af9d","actor_name":"Sari","decision_id":"01a2011f-edf9-7624-aa2c-65e35459e724","text":"","params":{"units":"Patroli 1"},"before":{"priority":3,"category":"other","sensitive":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","holder_id":"01a2011f-e347-70ab-855f-46ef21b6af9d","holder_name":"Sari","holder_desk":"01a2011f-e602-7511-830e-715eacd00c51"},"undone":false},{"kind":"lease.freed","at":"2026-11-22T02:40:00.284579Z","actor_id":"01a2011f-e347-70ab-855f-46ef21b6af9d","actor_name":"Sari","decision_id":"","text":"","params":{},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 15980370443710, 1795315200284579);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (21, 'report', '01a2011f-eda1-7148-ba3b-33e2c0904c69', 3, CAST('{"id":"01a2011f-eda1-7148-ba3b-33e2c0904c69","number":"KJ-2611-0002","revision":3,"version":2,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T02:39:59.396819Z","happened_at":null,"text":"kabel listrik putus","category":"other","priority":3,"status":"forwarded","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"01a2011f-ed9c-773d-9671-479e6e88f4f9","name_masked":"W•••• R•••••","phone_masked":"+62••••••••01","reports":2,"confirmed":0,"strikes":0,"blocked":false,"reachable":true,"sealed":"MJ0yzj355OS7sykfcNZ5xPc8WNtnF+T2bZ7ZtwMnVAqjqscCeU9ZJ1FBnU0+66fL39Gu3p05ubk3j9julxZwyhhNMlIk9i+kBNDKVXoq1ONeKZ6cZBQRToN0YK6D0m0="},"attachments":[],"claim":null,"last_token":1,"assignments":[],"forwards":[{"id":"01a2011f-ee01-77be-b8ef-af8dfbcec070","agency_id":"pln","agency_name":"PLN","agency_phone":"","status":"held","text":"kabel putus","decided_at":"2026-11-22T02:39:59.408313Z","send_after":"2026-11-22T02:39:59.408313Z","sent_at":null,"tries":0,"last_error":"","confirmed_at":null,"confirmed_by":""}],"timeline":[{"kind":"received","at":"2026-11-22T02:39:59.396819Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false},{"kind":"report.forward","at":"2026-11-22T02:39:59.408313Z","actor_id":"01a2011f-e347-70ab-855f-46ef21b6af9d","actor_name":"Sari","decision_id":"01a2011f-ee01-77be-b8ef-af8dfbcec070","text":"kabel putus","params":{"agency":"PLN"},"before":{"priority":3,"category":"other","sensitive":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","holder_id":"","holder_name":"","holder_desk":""},"undone":false},{"kind":"lease.freed","at":"2026-11-22T02:40:00.284579Z","actor_id":"01a2011f-e347-70ab-855f-46ef21b6af9d","actor_name":"Sari","decision_id":"","text":"","params":{},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 15980370547795, 1795315200284579);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (22, 'report', '01a2011f-edb9-76f6-9e69-1d0ec7eca14a', 3, CAST('{"id":"01a2011f-edb9-76f6-9e69-1d0ec7eca14a","number":"KJ-2611-0005","revision":3,"version":1,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T02:39:59.418085Z","happened_at":null,"text":"pencurian sepeda motor","category":"other","priority":3,"status":"new","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"01a2011f-ed9c-773d-9671-479e6e88f4f9","name_masked":"W•••• R•••••","phone_masked":"+62••••••••01","reports":5,"confirmed":0,"strikes":0,"blocked":false,"reachable":true,"sealed":"XvsaG0M9iLBS5P8ilDzua6nk/q8G80lxnSe+p+X3z2kYksViWpl2BHC2YWiyNwl9LfhEBHhNxELkcLb+8CAFLy713oxL+pTu2kqGa6L3Bf33CFaZwHFMlOyC/OM/TNo="},"attachments":[],"claim":null,"last_token":0,"assignments":[],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T02:39:59.418085Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false},{"kind":"report.note","at":"2026-11-22T02:40:00.080305Z","actor_id":"01a2011f-e347-70ab-855f-46ef21b6af9d","actor_name":"Sari","decision_id":"01a2011f-f0a1-754f-b8e7-3723e4c98a60","text":"terjawab, belum terlihat","params":{},"before":null,"undone":false},{"kind":"report.note","at":"2026-11-22T02:40:01.609497Z","actor_id":"01a2011f-f3f0-740b-8cd3-26bb5c2e640b","actor_name":"Dewi","decision_id":"01a2011f-f649-72b1-8a1b-0084bf6d7798","text":"dari meja lain","params":{},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 15981695930620, 1795315201611279);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (24, 'report', '01a2011f-f669-7670-80eb-03390adca300', 1, CAST('{"id":"01a2011f-f669-7670-80eb-03390adca300","number":"KJ-2611-0010","revision":1,"version":1,"kind":"report","source_id":"aplikasi-warga","source_kind":"citizen_app","source_name":"Aplikasi-Warga","received_at":"2026-11-22T02:40:01.642171Z","happened_at":null,"text":"baru masuk","category":"other","priority":3,"status":"new","sensitive":false,"safe_to_contact":false,"addressee":"","place":{"lat":-7.97,"lon":112.63,"accuracy_m":null,"provenance":"gps","words":"","area_code":"","area_name":"","area_method":"none","area_pack":"","ambiguous":false},"reporter":{"id":"","name_masked":"","phone_masked":"","reports":0,"confirmed":0,"strikes":0,"blocked":false,"reachable":false,"sealed":"KyplkQ7169o01G0cHYS/2dkDgcvg+mz+eevpqSlv40saGiFcb3zDb4dGV0yYXPuuvDpc0A3fjkFKeBFN5FY+"},"attachments":[],"claim":null,"last_token":0,"assignments":[],"forwards":[],"timeline":[{"kind":"received","at":"2026-11-22T02:40:01.642171Z","actor_id":"","actor_name":"","decision_id":"","text":"","params":{"source":"Aplikasi-Warga","channel":"citizen_app"},"before":null,"undone":false}],"unread":false,"outcome":"","outcome_note":"","closed_at":null,"closed_by":"","closed_by_id":"","review":null}' AS BLOB), '', 15981726485487, 1795315201642171);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (25, 'report', '01a2011f-edb5-70a0-8a77-8dd545a9f189', 3, NULL, 'withdrawn', 15981732494628, 1795315201648761);
INSERT INTO "feed" ("seq", "kind", "id", "revision", "body", "gone", "committed_ns", "at") VALUES (26, 'report', '01a2011f-f661-7162-9b27-50c596e4c08f', 2, NULL, 'withdrawn', 15981736684654, 1795315201652957);
INSERT INTO "keys" ("id", "key_hash", "name", "role", "created_at", "revoked_at") VALUES ('01a2011f-e345-710b-b668-5baca40ea5b8', X'D99603F62EE1EA1E08E37323A7FF9C84CE1923EFFEC2CB17274A608BB028E998', 'tests', 'administrator', 1795315196741477, NULL);
INSERT INTO "leases" ("report_id", "token", "holder_id", "desk_id", "expires_at") VALUES ('01a2011f-edb1-72fd-92ac-2aa2d20bb1c7', 1, '01a2011f-ee41-7768-9d00-fcc9cccaa480', '01a2011f-ee36-7643-b524-d4fdc12fbd77', 1795315260085425);
INSERT INTO "leases" ("report_id", "token", "holder_id", "desk_id", "expires_at") VALUES ('01a2011f-edb5-70a0-8a77-8dd545a9f189', 1, '01a2011f-ee41-7768-9d00-fcc9cccaa480', '01a2011f-ee36-7643-b524-d4fdc12fbd77', 1795315260102756);
INSERT INTO "media" ("id", "report_id", "sha256", "size_bytes", "media_type", "name", "received_at") VALUES ('01a2011f-edd1-74fc-b5eb-acb20ce0b5fa', '01a2011f-edc9-70db-9f74-e53e7c8a2953', '1fb33905978012fdcfefe0594cac85fadc79626d2057262e4f9e479ae22c5cfd', 633, 'image/jpeg', 'a.jpg', 1795315199440722);
INSERT INTO "meta" ("name", "value") VALUES ('epoch', '01a2011f-e262-77b2-a689-552304bc94c5');
INSERT INTO "meta" ("name", "value") VALUES ('hmac_key', '84b0057287958a351c4b86b610682648b020a9399af2baf9ea4bf8f3360bef94');
INSERT INTO "meta" ("name", "value") VALUES ('identity_key', 'e28519b0edab490d57646931678be61381973ef2e9b6a951e0d17f03099e8071');
INSERT INTO "numbers" ("name", "value") VALUES ('KJ-2611', 10);
INSERT INTO "numbers" ("name", "value") VALUES ('feed', 26);
INSERT INTO "officer_links" ("token_hash", "unit_id", "created_at", "ended_at") VALUES (X'8587C109746C817E90388DA3A2226CD7CAD1CD684FDFF8FC9BC6F5FF0AFDE291', 'patroli-1', 1795315201664577, NULL);
INSERT INTO "outbox" ("forward_id", "report_id", "agency_id", "recipient", "state", "tries", "send_after", "next_try", "last_error") VALUES ('01a2011f-ee01-77be-b8ef-af8dfbcec070', '01a2011f-eda1-7148-ba3b-33e2c0904c69', 'pln', 'pln@contoh.example', 'waiting', 0, 1795315199408313, 1795315199408313, '');
INSERT INTO "position_history" ("id", "unit_id", "at", "received_at", "lat", "lon", "speed_m_s", "course_deg", "accuracy_m", "battery_percent", "mock", "source_time") VALUES (1, 'patroli-1', 1795315201666581, 1795315201668100, -7.98, 112.62, NULL, NULL, NULL, NULL, 0, '');
INSERT INTO "positions_latest" ("unit_id", "at", "received_at", "lat", "lon", "speed_m_s", "course_deg", "accuracy_m", "battery_percent", "mock") VALUES ('patroli-1', 1795315201666581, 1795315201668100, -7.98, 112.62, NULL, NULL, NULL, NULL, 0);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a2011f-e602-7511-830e-715eacd00c51', '01a2011f-edf0-7585-8ee0-d90a098b8241', X'9DD18C29EFB63FAB48EA7B1F4D229BE0AF6B7BB6F1E092D264BD1D6462187FD2', CAST('{"id":"01a2011f-edf0-7585-8ee0-d90a098b8241","outcome":"applied","refusal":null,"token":1,"server_time":"2026-11-22T02:39:59.500010Z"}' AS BLOB), 1795315199500010);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a2011f-e602-7511-830e-715eacd00c51', '01a2011f-edf9-7624-aa2c-65e35459e724', X'4937C34788F2DB9F29FEE83B03842844D1B9E4A07087C3AA02F7D7492A246191', CAST('{"id":"01a2011f-edf9-7624-aa2c-65e35459e724","outcome":"applied","refusal":null,"token":1,"server_time":"2026-11-22T02:39:59.521616Z"}' AS BLOB), 1795315199521616);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a2011f-e602-7511-830e-715eacd00c51', '01a2011f-ee01-77be-b8ef-af8dfbcec070', X'9BD09728DF3645A4039332C15A5A2A6732329A25449793456EC483B87FD76DC2', CAST('{"id":"01a2011f-ee01-77be-b8ef-af8dfbcec070","outcome":"applied","refusal":null,"token":1,"server_time":"2026-11-22T02:39:59.505478Z"}' AS BLOB), 1795315199505478);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a2011f-e602-7511-830e-715eacd00c51', '01a2011f-f06f-7346-9e69-a58aa4e1a36e', X'5F18D493BC0FB987D4A688DF7936FB01146ECAB587829ECB5D39B22EDC2F471D', CAST('{"id":"01a2011f-f06f-7346-9e69-a58aa4e1a36e","outcome":"refused","refusal":{"reason":"claimed_by_other","params":{"holder":"Bayu","number":"KJ-2611-0003"}},"token":null,"server_time":"2026-11-22T02:40:00.130476Z"}' AS BLOB), 1795315200130476);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a2011f-e602-7511-830e-715eacd00c51', '01a2011f-f075-7190-ba89-2a46bb1700e3', X'E92B8AA0CCF1D5142FCFA8EB52409EEC3E76495EF774BB676F74F5E52394B5A3', CAST('{"id":"01a2011f-f075-7190-ba89-2a46bb1700e3","outcome":"refused","refusal":{"reason":"claimed_by_other","params":{"holder":"Bayu","number":"KJ-2611-0004"}},"token":null,"server_time":"2026-11-22T02:40:00.136556Z"}' AS BLOB), 1795315200136556);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a2011f-e602-7511-830e-715eacd00c51', '01a2011f-f0a1-754f-b8e7-3723e4c98a60', X'6FF54357DD9C399C56289212E4EAB33C1783A8B40D039A11F69DAD5502F17BAF', CAST('{"id":"01a2011f-f0a1-754f-b8e7-3723e4c98a60","outcome":"applied","refusal":null,"token":null,"server_time":"2026-11-22T02:40:00.175493Z"}' AS BLOB), 1795315200175493);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a2011f-ee36-7643-b524-d4fdc12fbd77', '01a2011f-f053-728b-a134-81c19ebe3b54', X'68F94A3BD5B4CBEEB7117889286C498135D4E8B66C73E13431A80F4C684B1B66', CAST('{"id":"01a2011f-f053-728b-a134-81c19ebe3b54","outcome":"applied","refusal":null,"token":1,"server_time":"2026-11-22T02:40:00.085425Z"}' AS BLOB), 1795315200085425);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a2011f-ee36-7643-b524-d4fdc12fbd77', '01a2011f-f061-723a-8b75-ae2f032e9d9b', X'1BDD60A9AC91252003E1C899FE1797DA38F852A913E747446A825B87A15C0FCA', CAST('{"id":"01a2011f-f061-723a-8b75-ae2f032e9d9b","outcome":"applied","refusal":null,"token":1,"server_time":"2026-11-22T02:40:00.102756Z"}' AS BLOB), 1795315200102756);
INSERT INTO "receipts" ("desk_id", "decision_id", "payload_sha256", "result", "at") VALUES ('01a2011f-f3ed-7137-a842-e3b0d477f347', '01a2011f-f649-72b1-8a1b-0084bf6d7798', X'B4D022A77E6F1F3087E4C0C373AF63AD468B329B7D2B625B80754FC881CE7A16', CAST('{"id":"01a2011f-f649-72b1-8a1b-0084bf6d7798","outcome":"applied","refusal":null,"token":null,"server_time":"2026-11-22T02:40:01.611279Z"}' AS BLOB), 1795315201611279);
INSERT INTO "reporters" ("id", "source_id", "account", "phone_hmac", "reports", "confirmed", "strikes", "blocked") VALUES ('01a2011f-ed9c-773d-9671-479e6e88f4f9', 'aplikasi-warga', 'warga-1', X'3F2F98189A9EC7A3E068F59ABE90C8B076EE507B9EA8C7F627EFCD72FDC2F6B8', 7, 0, 0, 0);
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a2011f-ed94-70fe-929f-43b8bfd07023', 'KJ-2611-0001', 'aplikasi-warga', '01a2011f-ed9c-773d-9671-479e6e88f4f9', 'report', 'other', 3, 'ordered', 1795315199385513, NULL, X'8DD581182E124A64F49D01A2086B6338E9730F248B3456E7606036BEE276829E');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a2011f-eda1-7148-ba3b-33e2c0904c69', 'KJ-2611-0002', 'aplikasi-warga', '01a2011f-ed9c-773d-9671-479e6e88f4f9', 'report', 'other', 3, 'forwarded', 1795315199396819, NULL, X'B190BC3540F8821B766DBFF333D70CBFEB31D9E10E17E1159ACD20D15788B730');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a2011f-edb1-72fd-92ac-2aa2d20bb1c7', 'KJ-2611-0003', 'aplikasi-warga', '01a2011f-ed9c-773d-9671-479e6e88f4f9', 'report', 'other', 3, 'claimed', 1795315199411173, NULL, X'AC76CBB2D493A107F73E43DBCCA872D832B3D108BD3B1B2C86BED1399D616B04');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a2011f-edb5-70a0-8a77-8dd545a9f189', 'KJ-2611-0004', 'aplikasi-warga', '01a2011f-ed9c-773d-9671-479e6e88f4f9', 'report', 'other', 3, 'claimed', 1795315199414854, NULL, X'F03166231EDB89FBA8BADCFFC69BFD15C09CADB1116B4CA6A467EFD717D9B70E');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a2011f-edb9-76f6-9e69-1d0ec7eca14a', 'KJ-2611-0005', 'aplikasi-warga', '01a2011f-ed9c-773d-9671-479e6e88f4f9', 'report', 'other', 3, 'new', 1795315199418085, NULL, X'E6D9F991446B767DDD66F2DC81381C5130A2A4825A5C511B03384481B34EC452');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a2011f-edbc-73c9-8e56-36294812e907', 'KJ-2611-0006', 'aplikasi-warga', '01a2011f-ed9c-773d-9671-479e6e88f4f9', 'report', 'other', 3, 'new', 1795315199421164, NULL, X'7E957E616C2A928D4CC0E021888BA4AACD672D5F3713B23FBEA1F9863FD4D6DD');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a2011f-edbf-732b-a113-f1cc7dca3444', 'KJ-2611-0007', 'aplikasi-warga', '01a2011f-ed9c-773d-9671-479e6e88f4f9', 'report', 'other', 3, 'new', 1795315199424022, NULL, X'05AAEDEDB2E08BC62738C71DC5BA4183D4C55CA02CB1E7B8B74F8481BD043CAC');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a2011f-edc9-70db-9f74-e53e7c8a2953', 'KJ-2611-0008', 'aplikasi-warga', '', 'report', 'other', 3, 'new', 1795315199440722, NULL, X'05EA2F810A7B913D854644211799670D23F6EAB6E5BA9ED1BFA3219036B2F653');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a2011f-f661-7162-9b27-50c596e4c08f', 'KJ-2611-0009', 'aplikasi-warga', '', 'report', 'other', 3, 'new', 1795315201634274, NULL, X'22DB2312728BCB4D179AB2713331A231FF64374F9ABBEA78F58CD75F7C27ABE1');
INSERT INTO "reports" ("id", "number", "source_id", "reporter_id", "kind", "category", "priority", "status", "received_at", "closed_at", "content_sha256") VALUES ('01a2011f-f669-7670-80eb-03390adca300', 'KJ-2611-0010', 'aplikasi-warga', '', 'report', 'other', 3, 'new', 1795315201642171, NULL, X'4A111F3CA9A0672EFBC71D83008E26CE51833EA2AFC6ED4D4499A75252F4E3FD');
INSERT INTO "schema_version" ("revision") VALUES ('0001');
INSERT INTO "sessions" ("id", "user_id", "name", "role", "desk_id", "issued_at", "access_hash", "access_until", "refresh_hash", "earlier_refresh_hash", "refreshed_at", "revoked_at") VALUES ('01a2011f-e716-74fd-8d1a-e0d5b9d64150', '01a2011f-e347-70ab-855f-46ef21b6af9d', 'Sari', 'operator', '01a2011f-e602-7511-830e-715eacd00c51', 1795315197458023, X'C8418B656BC0130BCD0DACF5A05D61857465B1AC59844C608C9A30DA11DE70D5', 1795316097458023, X'033B543360D769E88C8340F754845166E2EA7B4C995A1D74E498E2B57202AEA2', NULL, 1795315197458023, NULL);
INSERT INTO "sessions" ("id", "user_id", "name", "role", "desk_id", "issued_at", "access_hash", "access_until", "refresh_hash", "earlier_refresh_hash", "refreshed_at", "revoked_at") VALUES ('01a2011f-ea6c-766e-90f1-c74c36e83c98', '01a2011f-e403-72a6-b5aa-23acab3e3903', 'Joko', 'supervisor', '01a2011f-e602-7511-830e-715eacd00c51', 1795315198345119, X'F36BFBF0D97E1818AE43A93C890E92A1212E4F944FC2C39F0A07062C0D92B84D', 1795316098345119, X'B75A48271939C6589BA446DC3A28FA78DA542158325D2D4ACBE6110689AAB788', NULL, 1795315198345119, NULL);
INSERT INTO "sessions" ("id", "user_id", "name", "role", "desk_id", "issued_at", "access_hash", "access_until", "refresh_hash", "earlier_refresh_hash", "refreshed_at", "revoked_at") VALUES ('01a2011f-ed90-774b-a990-91ff61e4e25e', '01a2011f-e347-70ab-855f-46ef21b6af9d', 'Sari', 'operator', '01a2011f-e602-7511-830e-715eacd00c51', 1795315199215013, X'2B72B0063FD7445AE6D8D4D1B56D73C38141CA1716BEFCE50ACFD84FC54BFC1B', 1795315200282192, X'4BE68EA55DBB667C360986F2DA9B85BB7481C4469B03BC00A1563E1486299456', NULL, 1795315199215013, NULL);
INSERT INTO "sessions" ("id", "user_id", "name", "role", "desk_id", "issued_at", "access_hash", "access_until", "refresh_hash", "earlier_refresh_hash", "refreshed_at", "revoked_at") VALUES ('01a2011f-f04f-7460-8e2f-864dc890966c', '01a2011f-ee41-7768-9d00-fcc9cccaa480', 'Bayu', 'operator', '01a2011f-ee36-7643-b524-d4fdc12fbd77', 1795315199840912, X'EBBD1819A2ED09C834AF8249DB56F82B9618B0987894A292DEBD17C685ADD730', 1795316099840912, X'A5C67F8268DA5C5BE97D5E7A59CA039AD80BF630F208C93DE7D3833FC2A588F5', NULL, 1795315199840912, NULL);
INSERT INTO "sessions" ("id", "user_id", "name", "role", "desk_id", "issued_at", "access_hash", "access_until", "refresh_hash", "earlier_refresh_hash", "refreshed_at", "revoked_at") VALUES ('01a2011f-f3ce-704d-bd43-f2940ae19200', '01a2011f-e403-72a6-b5aa-23acab3e3903', 'Joko', 'supervisor', '01a2011f-e602-7511-830e-715eacd00c51', 1795315200654405, X'3D55A3E7CBEA3FE3F250618545797B958FAEB3AF288DB016C9516C6FDCFCC8A5', 1795315200991988, X'4ED1990272DDE7B996B4E7474A0A47C834278B243E9CF0324783329C103AB454', NULL, 1795315200654405, NULL);
INSERT INTO "sessions" ("id", "user_id", "name", "role", "desk_id", "issued_at", "access_hash", "access_until", "refresh_hash", "earlier_refresh_hash", "refreshed_at", "revoked_at") VALUES ('01a2011f-f642-730d-960d-acc0cfe8bb71', '01a2011f-f3f0-740b-8cd3-26bb5c2e640b', 'Dewi', 'operator', '01a2011f-f3ed-7137-a842-e3b0d477f347', 1795315201292305, X'09DA1302573B32B2EAE80293CE4F1F259D182D4071E5345C9E85DB5F3B57B5CC', 1795316101292305, X'0BA8416EC71863966E8E6994C1660BEAD4A7146CAFBE04F9076751340AD97829', NULL, 1795315201292305, NULL);
INSERT INTO "sources" ("id", "name", "kind", "key_hash", "per_second", "valid_from", "valid_until", "revoked_at") VALUES ('aplikasi-warga', 'Aplikasi-Warga', 'citizen_app', X'ABEADA4BE96DBDE1B2B97C68BEB65B4F2CBECD0F1FA938C0F3038871BFDC2752', 1000.0, NULL, NULL, NULL);
INSERT INTO "users" ("id", "login", "name", "role", "passphrase_hash", "active", "created_at") VALUES ('01a2011f-e347-70ab-855f-46ef21b6af9d', 'sari', 'Sari', 'operator', '$argon2id$v=19$m=65536,t=3,p=4$r6bwRu3hqVOwCMttQAKrmQ$2mzLwL0ZT/zb4KC1xt2ig5vLqLjSDwIvf3MoaNB25CA', 1, 1795315196928200);
INSERT INTO "users" ("id", "login", "name", "role", "passphrase_hash", "active", "created_at") VALUES ('01a2011f-e403-72a6-b5aa-23acab3e3903', 'joko', 'Joko', 'supervisor', '$argon2id$v=19$m=65536,t=3,p=4$atgyrYhZ839U/7gp+X0mng$5k54Qps98JUUxDA7KlZkd19ZNWbDOti1CBeIUlgvbFc', 1, 1795315197101162);
INSERT INTO "users" ("id", "login", "name", "role", "passphrase_hash", "active", "created_at") VALUES ('01a2011f-e4af-7352-950c-6b68fcd6bdb8', 'lama', 'Lama', 'operator', '$argon2id$v=19$m=65536,t=3,p=4$IfRmocSB2MuINK9s4xfxqg$g+TtSOz/N//wW3zG4r+84AeB8vRKm76iUpf40KLB6DE', 0, 1795315197351000);
INSERT INTO "users" ("id", "login", "name", "role", "passphrase_hash", "active", "created_at") VALUES ('01a2011f-ee41-7768-9d00-fcc9cccaa480', 'bayu', 'Bayu', 'operator', '$argon2id$v=19$m=65536,t=3,p=4$LryL3EbL9lZQp6JngIvFHg$rU/5EfVIcDdFIyyngKtf9qCOiZbDAekSs86T7fM0I0o', 1, 1795315199830937);
INSERT INTO "users" ("id", "login", "name", "role", "passphrase_hash", "active", "created_at") VALUES ('01a2011f-f3f0-740b-8cd3-26bb5c2e640b', 'dewi', 'Dewi', 'operator', '$argon2id$v=19$m=65536,t=3,p=4$XUSEkWzafocfNreny28pSw$S2AH2EyEoUkKFUSlUd6Ru2NwBTo7X/7Ax2iMVVvN6C0', 1, 1795315201289088);
COMMIT;
