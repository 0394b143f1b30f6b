using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Sqlite.Migrations.Internal;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>Makes tables with a composite or binary key and short rows <c>WITHOUT ROWID</c>: one tree instead of two.</summary>
#pragma warning disable EF1001 // the generator is the one place where a CREATE TABLE can be completed; a test pins its output
internal sealed class WithoutRowidSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private static readonly HashSet<string> LongRows = new(["body", "text", "legal_basis"], StringComparer.Ordinal);

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        // Asked first: the base takes a key of one column out of the operation when it has written it.
        var isShort = IsShort(operation);
        base.Generate(operation, model, builder, terminate: false);
        if (isShort)
        {
            builder.Append(" WITHOUT ROWID");
        }

        if (terminate)
        {
            builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
            EndStatement(builder);
        }
    }

    private static bool IsShort(CreateTableOperation operation)
    {
        var key = operation.PrimaryKey?.Columns ?? [];
        var rowid = key.Length == 1 && operation.Columns.Single(column => column.Name == key[0]).ClrType == typeof(long);
        return key.Length > 0 && !rowid && !operation.Columns.Exists(column => LongRows.Contains(column.Name));
    }
}
