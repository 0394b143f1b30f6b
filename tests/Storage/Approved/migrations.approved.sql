IF OBJECT_ID(N'[registry_migrations]') IS NULL
BEGIN
    CREATE TABLE [registry_migrations] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK_registry_migrations] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
CREATE TABLE [change_touches] (
    [golden] bigint NOT NULL,
    [sequence] bigint NOT NULL,
    CONSTRAINT [PK_change_touches] PRIMARY KEY ([golden], [sequence])
);

CREATE TABLE [changes] (
    [sequence] bigint NOT NULL,
    [kind] bigint NOT NULL,
    [golden] bigint NOT NULL,
    [version] bigint NOT NULL,
    [at] bigint NOT NULL,
    [attributes] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [reason] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [touched] varbinary(max) NULL,
    [previous] bigint NULL,
    CONSTRAINT [PK_changes] PRIMARY KEY ([sequence])
);

CREATE TABLE [checkpoints] (
    [connection] bigint NOT NULL,
    [value] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] bigint NOT NULL,
    CONSTRAINT [PK_checkpoints] PRIMARY KEY ([connection])
);

CREATE TABLE [connections] (
    [id] bigint NOT NULL,
    [name] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [live_records] bigint NOT NULL,
    CONSTRAINT [PK_connections] PRIMARY KEY ([id])
);

CREATE TABLE [decisions] (
    [decision_id] bigint NOT NULL,
    [a_connection] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [a_key] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [a_part] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [a_hash] varbinary(max) NOT NULL,
    [b_connection] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [b_key] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [b_part] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [b_hash] varbinary(max) NOT NULL,
    [same] bigint NOT NULL,
    [by] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] bigint NOT NULL,
    [reason] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [action] bigint NOT NULL,
    [golden_a] bigint NULL,
    [golden_b] bigint NULL,
    [withdrawn_by] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [withdrawn_at] bigint NULL,
    CONSTRAINT [PK_decisions] PRIMARY KEY ([decision_id])
);

CREATE TABLE [golden_keys] (
    [hash] bigint NOT NULL,
    [golden] bigint NOT NULL,
    CONSTRAINT [PK_golden_keys] PRIMARY KEY ([hash], [golden])
);

CREATE TABLE [golden_names] (
    [name] bigint NOT NULL,
    [golden] bigint NOT NULL,
    [given] bigint NOT NULL,
    [birth] bigint NOT NULL,
    [commune] bigint NOT NULL,
    CONSTRAINT [PK_golden_names] PRIMARY KEY ([name], [golden])
);

CREATE TABLE [golden_versions] (
    [row] bigint NOT NULL,
    [golden] bigint NOT NULL,
    [version] bigint NOT NULL,
    [state] bigint NOT NULL,
    [merged_into] bigint NULL,
    [created_at] bigint NOT NULL,
    [updated_at] bigint NOT NULL,
    [previous] bigint NULL,
    [terms] varbinary(max) NOT NULL,
    [overrides] varbinary(max) NULL,
    [members] varbinary(max) NOT NULL,
    [provenance] varbinary(max) NOT NULL,
    [citizen] varbinary(max) NOT NULL,
    CONSTRAINT [PK_golden_versions] PRIMARY KEY ([row])
);

CREATE TABLE [goldens] (
    [golden] bigint NOT NULL,
    [row] bigint NOT NULL,
    [state] bigint NOT NULL,
    [last_change] bigint NULL,
    [connections] bigint NOT NULL,
    CONSTRAINT [PK_goldens] PRIMARY KEY ([golden])
);

CREATE TABLE [linked] (
    [record_id] bigint NOT NULL,
    [body] varbinary(max) NOT NULL,
    CONSTRAINT [PK_linked] PRIMARY KEY ([record_id])
);

CREATE TABLE [pairs] (
    [younger] bigint NOT NULL,
    [older] bigint NOT NULL,
    [swapped] bigint NOT NULL,
    [weight] bigint NOT NULL,
    [pattern] bigint NOT NULL,
    [vetoed] bigint NOT NULL,
    CONSTRAINT [PK_pairs] PRIMARY KEY ([younger], [older])
);

CREATE TABLE [parts] (
    [part_id] bigint NOT NULL,
    [record_id] bigint NOT NULL,
    [connection] bigint NOT NULL,
    [key] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [part] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [golden] bigint NULL,
    [last_golden] bigint NULL,
    [matchable] bigint NOT NULL,
    [changed_at] bigint NULL,
    [citizen] varbinary(max) NOT NULL,
    CONSTRAINT [PK_parts] PRIMARY KEY ([part_id])
);

CREATE TABLE [quarantine] (
    [number] bigint NOT NULL,
    [id] varbinary(32) NULL,
    [connection] bigint NOT NULL,
    [key_hash] varbinary(32) NULL,
    [key] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [version_number] bigint NOT NULL,
    [version_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [changed_at] bigint NULL,
    [position] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [code] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [parsed] bigint NOT NULL,
    [run_id] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] bigint NOT NULL,
    [expires_at] bigint NULL,
    [expired] bigint NOT NULL,
    [replayed_at] bigint NULL,
    [body] varbinary(max) NOT NULL,
    CONSTRAINT [PK_quarantine] PRIMARY KEY ([number])
);

CREATE TABLE [record_versions] (
    [record_id] bigint NOT NULL,
    [revision] bigint NOT NULL,
    [version_number] bigint NOT NULL,
    [version_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [content_hash] varbinary(max) NOT NULL,
    [deleted] bigint NOT NULL,
    [changed_at] bigint NULL,
    [received_at] bigint NOT NULL,
    [body] varbinary(max) NOT NULL,
    CONSTRAINT [PK_record_versions] PRIMARY KEY ([record_id], [revision])
);

CREATE TABLE [records] (
    [record_id] bigint NOT NULL,
    [connection] bigint NOT NULL,
    [key_hash] varbinary(32) NOT NULL,
    [key] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version_number] bigint NOT NULL,
    [version_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [revision] bigint NOT NULL,
    [content_hash] varbinary(max) NOT NULL,
    [deleted] bigint NOT NULL,
    [changed_at] bigint NULL,
    [received_at] bigint NOT NULL,
    [body] varbinary(max) NOT NULL,
    CONSTRAINT [PK_records] PRIMARY KEY ([record_id])
);

CREATE TABLE [registry_state] (
    [id] bigint NOT NULL,
    [epoch] bigint NOT NULL,
    [page] bigint NOT NULL,
    [last_record] bigint NOT NULL,
    [last_part] bigint NOT NULL,
    [golden_count] bigint NOT NULL,
    [last_change] bigint NOT NULL,
    [last_decision] bigint NOT NULL,
    [last_review] bigint NOT NULL,
    [last_version_row] bigint NOT NULL,
    [last_quarantine] bigint NOT NULL,
    [id_key] varbinary(max) NOT NULL,
    [model_version] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_registry_state] PRIMARY KEY ([id])
);

CREATE TABLE [retired] (
    [merged_into] bigint NOT NULL,
    [golden] bigint NOT NULL,
    CONSTRAINT [PK_retired] PRIMARY KEY ([merged_into], [golden])
);

CREATE TABLE [reviews] (
    [task_id] bigint NOT NULL,
    [a_connection] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [a_key] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [a_part] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [part_a] bigint NOT NULL,
    [b_connection] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [b_key] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [b_part] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [part_b] bigint NULL,
    [weight] bigint NOT NULL,
    [pattern] bigint NOT NULL,
    [reason] bigint NOT NULL,
    [state] bigint NOT NULL,
    [opened_at] bigint NOT NULL,
    [closed_at] bigint NULL,
    [decision_id] bigint NULL,
    [assignee] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_reviews] PRIMARY KEY ([task_id])
);

CREATE TABLE [run_pages] (
    [run_id] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [page] bigint NOT NULL,
    [connection] bigint NOT NULL,
    [body] varbinary(max) NOT NULL,
    CONSTRAINT [PK_run_pages] PRIMARY KEY ([run_id], [page])
);

CREATE TABLE [suppressions] (
    [hash] varbinary(32) NOT NULL,
    CONSTRAINT [PK_suppressions] PRIMARY KEY ([hash])
);

CREATE INDEX [IX_parts_record_id] ON [parts] ([record_id]);

CREATE INDEX [IX_quarantine_expired_expires_at] ON [quarantine] ([expired], [expires_at]);

CREATE UNIQUE INDEX [IX_quarantine_id] ON [quarantine] ([id]) WHERE [id] IS NOT NULL;

CREATE INDEX [IX_quarantine_key_hash] ON [quarantine] ([key_hash]);

CREATE UNIQUE INDEX [IX_records_key_hash] ON [records] ([key_hash]);

CREATE INDEX [IX_reviews_part_a] ON [reviews] ([part_a]);

CREATE INDEX [IX_reviews_part_b] ON [reviews] ([part_b]);

CREATE INDEX [IX_reviews_state_weight_task_id] ON [reviews] ([state], [weight] DESC, [task_id]);

INSERT INTO [registry_migrations] ([MigrationId], [ProductVersion])
VALUES (N'20261121000000_Initial', N'10.0.14');

COMMIT;
GO

IF OBJECT_ID(N'[operations_migrations]') IS NULL
BEGIN
    CREATE TABLE [operations_migrations] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK_operations_migrations] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
CREATE TABLE [audit] (
    [id] varbinary(32) NOT NULL,
    [at] bigint NOT NULL,
    [position] bigint NOT NULL,
    [actor] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [action] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [golden] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [purpose] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [legal_basis] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_audit] PRIMARY KEY ([id])
);

CREATE TABLE [delivery_cursors] (
    [subscription] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [sequence] bigint NOT NULL,
    [progress_at] bigint NOT NULL,
    CONSTRAINT [PK_delivery_cursors] PRIMARY KEY ([subscription])
);

CREATE TABLE [documents] (
    [kind] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version] bigint NOT NULL,
    [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] bigint NOT NULL,
    [by] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [removed] bigint NOT NULL,
    CONSTRAINT [PK_documents] PRIMARY KEY ([kind], [name], [version])
);

CREATE TABLE [leases] (
    [name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [holder] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [until] bigint NOT NULL,
    CONSTRAINT [PK_leases] PRIMARY KEY ([name])
);

CREATE TABLE [parked_deliveries] (
    [subscription] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [sequence] bigint NOT NULL,
    [ids] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [code] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [detail] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [attempts] bigint NOT NULL,
    [at] bigint NOT NULL,
    CONSTRAINT [PK_parked_deliveries] PRIMARY KEY ([subscription], [sequence])
);

CREATE TABLE [runs] (
    [run_id] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [connection] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [state] bigint NOT NULL,
    [started_at] bigint NOT NULL,
    [ended_at] bigint NULL,
    [progress_at] bigint NOT NULL,
    [read] bigint NOT NULL,
    [created] bigint NOT NULL,
    [updated] bigint NOT NULL,
    [unchanged] bigint NOT NULL,
    [deleted] bigint NOT NULL,
    [quarantined] bigint NOT NULL,
    [failure_code] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [failure_detail] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_runs] PRIMARY KEY ([run_id])
);

CREATE TABLE [tokens] (
    [hash] varbinary(32) NOT NULL,
    [account] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [role] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [expires_at] bigint NOT NULL,
    CONSTRAINT [PK_tokens] PRIMARY KEY ([hash])
);

CREATE INDEX [IX_audit_at] ON [audit] ([at]);

CREATE INDEX [IX_audit_golden_at] ON [audit] ([golden], [at]);

CREATE INDEX [IX_runs_started_at] ON [runs] ([started_at]);

INSERT INTO [operations_migrations] ([MigrationId], [ProductVersion])
VALUES (N'20261121000000_Initial', N'10.0.14');

COMMIT;
GO

BEGIN TRANSACTION;
CREATE TABLE [told_citizens] (
    [subscription] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [golden] bigint NOT NULL,
    [version] bigint NOT NULL,
    [inside] bigint NOT NULL,
    [foreign_key] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [written] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] bigint NOT NULL,
    CONSTRAINT [PK_told_citizens] PRIMARY KEY ([subscription], [golden])
);

CREATE INDEX [IX_told_citizens_subscription_foreign_key] ON [told_citizens] ([subscription], [foreign_key]);

INSERT INTO [operations_migrations] ([MigrationId], [ProductVersion])
VALUES (N'20261121214813_Told', N'10.0.14');

COMMIT;
GO
