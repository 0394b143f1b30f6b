using System.Text;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Tests.Conformance;

/// <summary>A source read to its end.</summary>
public sealed record Reading(IReadOnlyList<SourcePage> Pages, Failure? Failure)
{
    public IReadOnlyList<SourceRecord> Records => [.. Pages.SelectMany(page => page.Records)];

    public IReadOnlyList<RejectedRecord> Rejected => [.. Pages.SelectMany(page => page.Rejected)];

    /// <summary>Everything that would be stored.</summary>
    public IReadOnlyList<string> Texts =>
    [
        .. Records.Select(record => $"{record.Key} {Encoding.UTF8.GetString(record.Body.Span)}"),
        .. Rejected.Select(reject => $"{reject.Position} {Encoding.UTF8.GetString(reject.Raw.Span)}"),
    ];

    /// <param name="source">The source.</param>
    /// <param name="after">Where to begin.</param>
    /// <param name="commit">Tells the source that each page is committed, as the pipeline does.</param>
    public static async Task<Reading> AllAsync(ISource source, Checkpoint? after = null, bool commit = false)
    {
        var pages = new List<SourcePage>();
        await foreach (var read in source.ReadAsync(after, CancellationToken.None))
        {
            if (read is SourceRead.Failed(var failure))
            {
                return new Reading(pages, failure);
            }

            pages.Add(((SourceRead.Page)read).Value);
            if (commit)
            {
                await source.CommittedAsync(pages[^1].Checkpoint, CancellationToken.None);
            }
        }

        return new Reading(pages, null);
    }

    /// <summary>The same records and rejects in the same order, whatever the paging; and the same last checkpoint.</summary>
    public static void AssertSame(IEnumerable<SourcePage> expected, IEnumerable<SourcePage> actual)
    {
        var (a, b) = (expected.ToList(), actual.ToList());
        Assert.Equal(a.SelectMany(page => page.Records).Select(Line), b.SelectMany(page => page.Records).Select(Line));
        Assert.Equal(a.SelectMany(page => page.Rejected).Select(Line), b.SelectMany(page => page.Rejected).Select(Line));
        Assert.Equal(a.LastOrDefault()?.Checkpoint, b.LastOrDefault()?.Checkpoint);
    }

    private static string Line(SourceRecord record) =>
        $"{record.Key} {record.Version} {record.Deleted} {record.ChangedAt:o} {Encoding.UTF8.GetString(record.Body.Span)}";

    private static string Line(RejectedRecord reject) => $"{reject.Position} {reject.Code} {Convert.ToHexString(reject.Raw.Span)}";
}
