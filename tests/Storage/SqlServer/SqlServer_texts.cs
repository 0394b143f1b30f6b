using System.Globalization;
using System.Reflection;
using System.Text;
using IntegrationHub.Mdm.Storage.Operations;
using IntegrationHub.Mdm.Storage.Providers.SqlServer;
using IntegrationHub.Mdm.Storage.Reading;
using IntegrationHub.Mdm.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Tests.Storage.SqlServer;

/// <summary>No SQL Server is needed here: everything the product would say to one is compared with approved text.</summary>
public sealed class SqlServer_texts
{
    [Fact]
    public void The_migrations_script_is_as_approved()
    {
        using var registry = new SqlServerRegistryDesign().CreateDbContext([]);
        using var operations = new SqlServerOperationsDesign().CreateDbContext([]);

        var script = Script(registry) + Script(operations);
        Approval.Check("migrations", script);
        Assert.DoesNotContain("IDENTITY", script, StringComparison.Ordinal);
        Assert.DoesNotContain("ALTER COLUMN", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_query_is_as_approved()
    {
        using var registry = new SqlServerRegistryDesign().CreateDbContext([]);
        using var operations = new SqlServerOperationsDesign().CreateDbContext([]);
        var text = new StringBuilder();
        foreach (var method in typeof(RegistryQueries).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            Append(text, method, registry);
        }

        foreach (var method in typeof(OperationsQueries).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            Append(text, method, operations);
        }

        foreach (var (name, search) in Searches())
        {
            text.Append(CultureInfo.InvariantCulture, $"-- search {name}\n{SearchQueries.Candidates(registry, search, name == "connections" ? [1, 2] : null, 7, 40).ToQueryString()}\n\n");
        }

        Approval.Check("queries", text.ToString());
    }

    [Fact]
    public void Every_statement_of_the_bulk_writer_is_as_approved()
    {
        var text = new StringBuilder();
        foreach (var table in RegistryTables.All)
        {
            text.AppendLine(SqlServerStatements.Insert(table, 2));
        }

        text.AppendLine(SqlServerStatements.Copy(RegistryTables.Records, RegistryTables.RecordVersions, "record_id", 3));
        text.AppendLine(SqlServerStatements.Delete("records", "record_id", 3));
        text.AppendLine(SqlServerStatements.Delete("pairs", "younger", "older", 2));
        text.AppendLine(SqlServerStatements.Update(RegistryTables.MovedParts, 2));
        text.AppendLine(SqlServerStatements.Update(RegistryTables.ReseenRecords, 2));
        Approval.Check("bulk", text.ToString());
    }

    [Fact]
    public void Every_command_of_a_page_with_an_erasure_is_as_approved()
    {
        var recorder = new Recorder(() => new SqlServerRegistryDesign().CreateDbContext([]));
        var options = new DbContextOptionsBuilder<SqlServerRegistryContext>().UseSqlServer("Server=none").AddInterceptors(recorder, new NoConnection()).Options;
        using var context = new SqlServerRegistryContext(options);
        var key = new PartKey("crm", "a", "child");
        var page = Kit.Writer.Page with
        {
            State = new RegistryState(0, 1, 1, 1, 1, 1, 1, 1, [], "m"),
            At = Kit.Make.At,
            Erasures = [new Erasure([new GoldenId(0)], [0], [[1]], [key.Record]) { Parts = [(3, key)], WipedRecordIds = [4] }],
            Moved = [(1, null)],
            Quarantine = [Kit.Make.Quarantined("q")],
            Replayed = [Guid.Empty],
            Checkpoint = new CheckpointRow("crm", "line 1", Kit.Make.At),
        };

        PageWriter.Write(page, context, new NoBulk(), default);

        Approval.Check("page", string.Join(";\n\n", recorder.Commands));
        Assert.All(["UPDATE [r]", "DELETE FROM [p]", "UPDATE [g]", "INSERT INTO [checkpoints]"], word => Assert.Contains(recorder.Commands, command => command.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_types_that_the_client_asks_for_are_there()
    {
        var assembly = Assembly.Load("Microsoft.SqlServer.Server, Version=1.0.0.0, Culture=neutral, PublicKeyToken=23ec7fc2d6eaa4a5");

        Assert.All(
            new[] { "Format", "IBinarySerialize", "InvalidUdtException", "SqlUserDefinedTypeAttribute" },
            name => Assert.NotNull(assembly.GetType($"Microsoft.SqlServer.Server.{name}", throwOnError: false)));
    }

    private static string Script(DbContext context) => context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Default);

    private static IEnumerable<(string Name, CitizenSearch Search)> Searches() =>
    [
        ("all", new()), ("name", new() { Name = "martin", GivenName = "zoe", BirthDate = PartialDate.Parse("1954") }),
        ("email", new() { Email = "a@b.fr" }), ("phone", new() { Phone = "0612345678" }), ("commune", new() { CommuneCode = "75114" }), ("connections", new()),
    ];

    private static void Append(StringBuilder text, MethodInfo method, DbContext context)
    {
        var arguments = method.GetParameters().Select(parameter => Sample(parameter.ParameterType, context)).ToArray();
        var query = (IQueryable)method.Invoke(null, arguments)!;
        text.Append(CultureInfo.InvariantCulture, $"-- {method.DeclaringType!.Name}.{method.Name}\n{query.ToQueryString()}\n\n");
    }

    private static object? Sample(Type type, DbContext context) => type switch
    {
        _ when type.IsInstanceOfType(context) => context,
        _ when type == typeof(long) => 7L,
        _ when type == typeof(int) => 5,
        _ when type == typeof(bool) => true,
        _ when type == typeof(string) => "word",
        _ when type == typeof(long[]) => new long[] { 1, 2, 3 },
        _ when type == typeof(long?[]) => new long?[] { 1, 2, 3 },
        _ when type == typeof(byte[]) => new byte[] { 1, 2 },
        _ when type == typeof(byte[][]) => new byte[][] { [1], [2] },
        _ => throw new InvalidOperationException($"no sample for {type}"),
    };
}
