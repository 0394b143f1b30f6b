using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http;

/// <summary>Tells a page given twice in a row: otherwise it would hide the one in between, or a read would turn in circles for ever.</summary>
internal sealed class PageGuard
{
    private IReadOnlyList<SourceRecord> before = [];

    public static Failure Repeated { get; } =
        new(FailureKind.Passing, "page.repeated", "The system gave the same page twice in a row; the read goes on from the last one kept.");

    public bool Repeats(IReadOnlyList<SourceRecord> records)
    {
        var same = before.Count > 0 && before.Count == records.Count
            && before.Zip(records).All(pair => pair.First.Key == pair.Second.Key && pair.First.Version == pair.Second.Version);
        before = records;
        return same;
    }
}
