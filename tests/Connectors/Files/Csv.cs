using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Files.Csv;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Connectors.Files;

/// <summary>Reads CSV texts through the connector, as the hub does.</summary>
internal static class Csv
{
    public static ConnectionContext Context(TestFolder folder) => new() { Connection = "test", StateFolder = folder.At("state") };

    public static ISource Open(TestFolder folder, CsvSettings settings, Func<ConnectionContext, ConnectionContext>? with = null) =>
        new CsvConnector().OpenSource(settings, (with ?? (context => context))(Context(folder)));

    public static async Task<Reading> ReadAsync(byte[] bytes, Func<CsvSettings, CsvSettings>? with = null)
    {
        using var folder = new TestFolder();
        var settings = new CsvSettings { Path = folder.Write("people.csv", bytes) };
        return await Reading.AllAsync(Open(folder, with is null ? settings : with(settings)));
    }

    public static Task<Reading> ReadAsync(string text, Func<CsvSettings, CsvSettings>? with = null) => ReadAsync(Encoding.UTF8.GetBytes(text), with);

    /// <summary>A row of values as they arrived, in column order.</summary>
    public static string[] Values(this SourceRecord record)
    {
        using var document = JsonDocument.Parse(record.Body);
        return [.. document.RootElement.EnumerateObject().Select(property => property.Value.GetString()!)];
    }

    public static string[] Columns(this SourceRecord record)
    {
        using var document = JsonDocument.Parse(record.Body);
        return [.. document.RootElement.EnumerateObject().Select(property => property.Name)];
    }

    /// <summary>Reads to the end and confirms every page, as a run does.</summary>
    public static async Task<(Reading Reading, Checkpoint? Last)> RunAsync(ISource source, Checkpoint? after)
    {
        var reading = await Reading.AllAsync(source, after);
        foreach (var page in reading.Pages)
        {
            await source.CommittedAsync(page.Checkpoint, CancellationToken.None);
            after = page.Checkpoint;
        }

        return (reading, after);
    }

    public static ConnectionContext WithoutBrake(ConnectionContext context) => context with { Brake = Brake.Off };
}
