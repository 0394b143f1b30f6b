using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationHub.Mdm.Storage.Migrations.SqlServer.Operations
{
    /// <inheritdoc />
    public partial class Told : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "told_citizens",
                columns: table => new
                {
                    subscription = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    golden = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    inside = table.Column<long>(type: "bigint", nullable: false),
                    foreign_key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    written = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_told_citizens", x => new { x.subscription, x.golden });
                });

            migrationBuilder.CreateIndex(
                name: "IX_told_citizens_subscription_foreign_key",
                table: "told_citizens",
                columns: new[] { "subscription", "foreign_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "told_citizens");
        }
    }
}
