using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Files.Drop;

/// <summary>Gathers what is written at about the same time into one file, and answers once that file stands in its place.</summary>
internal sealed class FileDropSink(DropSettings settings, ConnectionContext context) : ISink
{
    private readonly Lock _gate = new();
    private readonly Lock _dropping = new();
    private List<(OutgoingRecord Record, TaskCompletionSource<SinkOutcome> Done)> _page = [];
    private TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DropLedger? _ledger;

    public async ValueTask<SinkOutcome> WriteAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        if (Refused(record) is { } refused)
        {
            return new SinkOutcome.Failed(refused);
        }

        var done = new TaskCompletionSource<SinkOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _page.Add((record, done));
            if (_page.Count == 1)
            {
                _ = DropSoonAsync(_full);
            }

            if (_page.Count == settings.PageSize)
            {
                _full.TrySetResult();
            }
        }

        return await done.Task.WaitAsync(cancellationToken);
    }

    private Failure? Refused(OutgoingRecord record)
    {
        if (record.Deleted)
        {
            return null;
        }

        try
        {
            using var body = JsonDocument.Parse(record.Body);
            return body.RootElement.ValueKind != JsonValueKind.Object ? new Failure(FailureKind.Refused, "drop.body", "the outgoing mapping gives no object: correct it, then replay")
                : settings.Format == DropFormat.Csv && body.RootElement.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => !settings.Columns.Contains(name)) is { } name
                    ? new Failure(FailureKind.Refused, "drop.column", $"the outgoing mapping gives \"{name}\", which is none of the columns: add it to the connection's columns, then replay")
                    : null;
        }
        catch (JsonException)
        {
            return new Failure(FailureKind.Refused, "drop.body", "the outgoing mapping gives no object: correct it, then replay");
        }
    }

    private async Task DropSoonAsync(TaskCompletionSource full)
    {
        await full.Task.WaitAsync(TimeSpan.FromMilliseconds(settings.GatherMilliseconds), context.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        List<(OutgoingRecord Record, TaskCompletionSource<SinkOutcome> Done)> page;
        lock (_gate)
        {
            page = _page;
            _page = [];
            _full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        foreach (var chunk in page.Chunk(settings.PageSize))
        {
            Drop(chunk);
        }
    }

    private void Drop((OutgoingRecord Record, TaskCompletionSource<SinkOutcome> Done)[] page)
    {
        var effects = new SinkEffect[page.Length];
        try
        {
            // One file at a time: pages are dropped in the order they came.
            lock (_dropping)
            {
                var ledger = _ledger ??= Open();
                var fresh = new Dictionary<string, OutgoingRecord>(StringComparer.Ordinal);
                for (var i = 0; i < page.Length; i++)
                {
                    effects[i] = fresh.ContainsKey(page[i].Record.Key) ? SinkEffect.Unchanged : ledger.Judge(page[i].Record);
                    if (effects[i] != SinkEffect.Unchanged)
                    {
                        fresh.Add(page[i].Record.Key, page[i].Record);
                    }
                }

                if (fresh.Count > 0)
                {
                    DropPage.Write(settings, [.. fresh.Values], context.Time.GetUtcNow());
                    ledger.Dropped([.. fresh.Values]);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var failure = error is UnauthorizedAccessException
                ? new Failure(FailureKind.Denied, "drop.denied", $"The hub may not write to {settings.Folder}: give its account the right.")
                : new Failure(FailureKind.Passing, "drop.folder", $"The folder {settings.Folder} cannot be written ({error.GetType().Name}): check that it is there, the share mounted and the disk not full.");
            Array.ForEach(page, one => one.Done.TrySetResult(new SinkOutcome.Failed(failure)));
            return;
        }

        for (var i = 0; i < page.Length; i++)
        {
            page[i].Done.TrySetResult(new SinkOutcome.Written(effects[i], page[i].Record.Deleted ? null : page[i].Record.Key));
        }
    }

    private DropLedger Open()
    {
        DropPage.Clean(settings);
        return new DropLedger(context.StateFolder);
    }
}
