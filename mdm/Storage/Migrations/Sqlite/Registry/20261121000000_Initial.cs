using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationHub.Mdm.Storage.Migrations.Sqlite.Registry
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "change_touches",
                columns: table => new
                {
                    golden = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_touches", x => new { x.golden, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<long>(type: "INTEGER", nullable: false),
                    golden = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    attributes = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    touched = table.Column<byte[]>(type: "BLOB", nullable: true),
                    previous = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changes", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "checkpoints",
                columns: table => new
                {
                    connection = table.Column<long>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_checkpoints", x => x.connection);
                });

            migrationBuilder.CreateTable(
                name: "connections",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    live_records = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_connections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    decision_id = table.Column<long>(type: "INTEGER", nullable: false),
                    a_connection = table.Column<string>(type: "TEXT", nullable: false),
                    a_key = table.Column<string>(type: "TEXT", nullable: false),
                    a_part = table.Column<string>(type: "TEXT", nullable: false),
                    a_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    b_connection = table.Column<string>(type: "TEXT", nullable: false),
                    b_key = table.Column<string>(type: "TEXT", nullable: false),
                    b_part = table.Column<string>(type: "TEXT", nullable: false),
                    b_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    same = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    action = table.Column<long>(type: "INTEGER", nullable: false),
                    golden_a = table.Column<long>(type: "INTEGER", nullable: true),
                    golden_b = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_by = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.decision_id);
                });

            migrationBuilder.CreateTable(
                name: "golden_keys",
                columns: table => new
                {
                    hash = table.Column<long>(type: "INTEGER", nullable: false),
                    golden = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_golden_keys", x => new { x.hash, x.golden });
                });

            migrationBuilder.CreateTable(
                name: "golden_names",
                columns: table => new
                {
                    name = table.Column<long>(type: "INTEGER", nullable: false),
                    golden = table.Column<long>(type: "INTEGER", nullable: false),
                    given = table.Column<long>(type: "INTEGER", nullable: false),
                    birth = table.Column<long>(type: "INTEGER", nullable: false),
                    commune = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_golden_names", x => new { x.name, x.golden });
                });

            migrationBuilder.CreateTable(
                name: "golden_versions",
                columns: table => new
                {
                    row = table.Column<long>(type: "INTEGER", nullable: false),
                    golden = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<long>(type: "INTEGER", nullable: false),
                    merged_into = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    previous = table.Column<long>(type: "INTEGER", nullable: true),
                    terms = table.Column<byte[]>(type: "BLOB", nullable: false),
                    overrides = table.Column<byte[]>(type: "BLOB", nullable: true),
                    members = table.Column<byte[]>(type: "BLOB", nullable: false),
                    provenance = table.Column<byte[]>(type: "BLOB", nullable: false),
                    citizen = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_golden_versions", x => x.row);
                });

            migrationBuilder.CreateTable(
                name: "goldens",
                columns: table => new
                {
                    golden = table.Column<long>(type: "INTEGER", nullable: false),
                    row = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<long>(type: "INTEGER", nullable: false),
                    last_change = table.Column<long>(type: "INTEGER", nullable: true),
                    connections = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goldens", x => x.golden);
                });

            migrationBuilder.CreateTable(
                name: "linked",
                columns: table => new
                {
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_linked", x => x.record_id);
                });

            migrationBuilder.CreateTable(
                name: "pairs",
                columns: table => new
                {
                    younger = table.Column<long>(type: "INTEGER", nullable: false),
                    older = table.Column<long>(type: "INTEGER", nullable: false),
                    swapped = table.Column<long>(type: "INTEGER", nullable: false),
                    weight = table.Column<long>(type: "INTEGER", nullable: false),
                    pattern = table.Column<long>(type: "INTEGER", nullable: false),
                    vetoed = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pairs", x => new { x.younger, x.older });
                });

            migrationBuilder.CreateTable(
                name: "parts",
                columns: table => new
                {
                    part_id = table.Column<long>(type: "INTEGER", nullable: false),
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    connection = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    golden = table.Column<long>(type: "INTEGER", nullable: true),
                    last_golden = table.Column<long>(type: "INTEGER", nullable: true),
                    matchable = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    citizen = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_parts", x => x.part_id);
                });

            migrationBuilder.CreateTable(
                name: "quarantine",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    connection = table.Column<long>(type: "INTEGER", nullable: false),
                    key_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    key = table.Column<string>(type: "TEXT", nullable: true),
                    version_number = table.Column<long>(type: "INTEGER", nullable: false),
                    version_text = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    position = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    parsed = table.Column<long>(type: "INTEGER", nullable: false),
                    run_id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    expired = table.Column<long>(type: "INTEGER", nullable: false),
                    replayed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quarantine", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "record_versions",
                columns: table => new
                {
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    version_number = table.Column<long>(type: "INTEGER", nullable: false),
                    version_text = table.Column<string>(type: "TEXT", nullable: false),
                    content_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    deleted = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_record_versions", x => new { x.record_id, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "records",
                columns: table => new
                {
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    connection = table.Column<long>(type: "INTEGER", nullable: false),
                    key_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    version_number = table.Column<long>(type: "INTEGER", nullable: false),
                    version_text = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    deleted = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_records", x => x.record_id);
                });

            migrationBuilder.CreateTable(
                name: "registry_state",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    epoch = table.Column<long>(type: "INTEGER", nullable: false),
                    page = table.Column<long>(type: "INTEGER", nullable: false),
                    last_record = table.Column<long>(type: "INTEGER", nullable: false),
                    last_part = table.Column<long>(type: "INTEGER", nullable: false),
                    golden_count = table.Column<long>(type: "INTEGER", nullable: false),
                    last_change = table.Column<long>(type: "INTEGER", nullable: false),
                    last_decision = table.Column<long>(type: "INTEGER", nullable: false),
                    last_review = table.Column<long>(type: "INTEGER", nullable: false),
                    last_version_row = table.Column<long>(type: "INTEGER", nullable: false),
                    last_quarantine = table.Column<long>(type: "INTEGER", nullable: false),
                    id_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    model_version = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_state", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retired",
                columns: table => new
                {
                    merged_into = table.Column<long>(type: "INTEGER", nullable: false),
                    golden = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retired", x => new { x.merged_into, x.golden });
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    task_id = table.Column<long>(type: "INTEGER", nullable: false),
                    a_connection = table.Column<string>(type: "TEXT", nullable: false),
                    a_key = table.Column<string>(type: "TEXT", nullable: false),
                    a_part = table.Column<string>(type: "TEXT", nullable: false),
                    part_a = table.Column<long>(type: "INTEGER", nullable: false),
                    b_connection = table.Column<string>(type: "TEXT", nullable: true),
                    b_key = table.Column<string>(type: "TEXT", nullable: true),
                    b_part = table.Column<string>(type: "TEXT", nullable: true),
                    part_b = table.Column<long>(type: "INTEGER", nullable: true),
                    weight = table.Column<long>(type: "INTEGER", nullable: false),
                    pattern = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<long>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decision_id = table.Column<long>(type: "INTEGER", nullable: true),
                    assignee = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reviews", x => x.task_id);
                });

            migrationBuilder.CreateTable(
                name: "run_pages",
                columns: table => new
                {
                    run_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    page = table.Column<long>(type: "INTEGER", nullable: false),
                    connection = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_pages", x => new { x.run_id, x.page });
                });

            migrationBuilder.CreateTable(
                name: "suppressions",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_suppressions", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_parts_record_id",
                table: "parts",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "IX_quarantine_expired_expires_at",
                table: "quarantine",
                columns: new[] { "expired", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "IX_quarantine_id",
                table: "quarantine",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_quarantine_key_hash",
                table: "quarantine",
                column: "key_hash");

            migrationBuilder.CreateIndex(
                name: "IX_records_key_hash",
                table: "records",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reviews_part_a",
                table: "reviews",
                column: "part_a");

            migrationBuilder.CreateIndex(
                name: "IX_reviews_part_b",
                table: "reviews",
                column: "part_b");

            migrationBuilder.CreateIndex(
                name: "IX_reviews_state_weight_task_id",
                table: "reviews",
                columns: new[] { "state", "weight", "task_id" },
                descending: new[] { false, true, false });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "change_touches");

            migrationBuilder.DropTable(
                name: "changes");

            migrationBuilder.DropTable(
                name: "checkpoints");

            migrationBuilder.DropTable(
                name: "connections");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "golden_keys");

            migrationBuilder.DropTable(
                name: "golden_names");

            migrationBuilder.DropTable(
                name: "golden_versions");

            migrationBuilder.DropTable(
                name: "goldens");

            migrationBuilder.DropTable(
                name: "linked");

            migrationBuilder.DropTable(
                name: "pairs");

            migrationBuilder.DropTable(
                name: "parts");

            migrationBuilder.DropTable(
                name: "quarantine");

            migrationBuilder.DropTable(
                name: "record_versions");

            migrationBuilder.DropTable(
                name: "records");

            migrationBuilder.DropTable(
                name: "registry_state");

            migrationBuilder.DropTable(
                name: "retired");

            migrationBuilder.DropTable(
                name: "reviews");

            migrationBuilder.DropTable(
                name: "run_pages");

            migrationBuilder.DropTable(
                name: "suppressions");
        }
    }
}
