using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Enriching;

/// <summary>An answer as a source record, and as what it says of the person asked about.</summary>
public static class Answers
{
    /// <summary>Member of a stored answer that holds the question: a mapping reads from it what the answer replaces.</summary>
    public const string Asked = "asked";

    /// <param name="answer">The record as the enricher gave it.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="number">Instant of asking, microseconds since 1970: later questions have later answers.</param>
    internal static SourceRecord Record(SourceRecord answer, Question question, long number) => Blank(question, number) with { Body = With(answer.Body, question.Asked) };

    /// <summary>The system knows nothing: remembered, so that it is not asked again.</summary>
    internal static SourceRecord Blank(Question question, long number) =>
        new() { Key = question.Key, Version = new RecordVersion(number, question.Mark), ChangedAt = question.Said };

    internal static SourceRecord Withdrawn(string key, long number) => new() { Key = key, Version = new RecordVersion(number), Deleted = true };

    /// <summary>A mapping whose every record speaks of the one person asked about and makes nobody else, whatever it says.</summary>
    public static RecordMapping Map(RecordMapping map) => (connection, record, received) =>
    {
        if (record.Deleted)
        {
            return map(connection, record, received);
        }

        var mapped = record.Body.IsEmpty
            ? new MappedRecord { Key = new RecordKey(connection, record.Key), Version = new SourceVersion(record.Version.Number, record.Version.Text), ChangedAt = record.ChangedAt }
            : map(connection, record, received);
        return mapped with { Citizens = [new CitizenPart(AnswerKey.Part, mapped.Citizens is [var said, ..] ? said.Citizen : new Citizen())], Relationships = [], LinkedItems = [] };
    };

    /// <summary>An answer as its mapping reads it, for whoever tries a connection: the question beside it, and nothing of the registry.</summary>
    public static SourceRecord Beside(SourceRecord answer, JsonObject asked) => answer with { Body = With(answer.Body, asked) };

    private static byte[] With(ReadOnlyMemory<byte> body, JsonObject asked)
    {
        JsonObject told;
        try
        {
            told = JsonNode.Parse(body.Span) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            // What is no object cannot be mapped: the question alone is kept.
            told = [];
        }

        told[Asked] = asked.DeepClone();
        return Encoding.UTF8.GetBytes(told.ToJsonString());
    }
}
