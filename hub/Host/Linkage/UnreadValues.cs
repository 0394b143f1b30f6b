using System.Collections.Concurrent;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Texts;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Host.Linkage;

/// <summary>Values of a file that no column's meaning could read, counted by column and reason: whoever compares people without their dates must be told. Rows may be taken on any thread.</summary>
public sealed class UnreadValues
{
    private const int Shown = 10;

    private readonly ConcurrentDictionary<(string Column, string Code), (int Values, long First)> _values = [];

    public void Take(SourceRecord row, IReadOnlyList<MappingIssue> issues)
    {
        foreach (var (_, code, column) in issues)
        {
            if (column is not null)
            {
                var line = FileRows.Line(row);
                _values.AddOrUpdate((column, code), (1, line), (_, known) => (known.Values + 1, Math.Min(known.First, line)));
            }
        }
    }

    /// <summary>The fullest first: column, values, reason, the first line.</summary>
    public void Say(Terminal terminal)
    {
        foreach (var ((column, code), (values, first)) in _values.OrderByDescending(v => v.Value.Values).ThenBy(v => v.Key).Take(Shown))
        {
            terminal.Say("file.unread-values", column, terminal.Words.Count(values), RejectionWords.Of(terminal.Words, code), first);
        }
    }
}
