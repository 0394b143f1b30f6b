using System.Threading.Channels;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Auditing;

/// <summary>Records who saw whom, for which purpose. A caller waits until its rows are written; rows of callers at the same time share one write.</summary>
/// <remarks>Nobody is shown a person before the log holds it (RGPD articles 5(2) and 32): if the log cannot be written, the view fails.</remarks>
public sealed class AccessLog : IAsyncDisposable
{
    /// <summary>Action of telling a system of the person it is asked about; the actor is the connection.</summary>
    public const string Asking = "ask";

    private const int LargestBatch = 1000;

    private readonly IOperationsStore _operations;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Channel<(IReadOnlyList<AuditRow> Rows, TaskCompletionSource Written)> _waiting =
        Channel.CreateBounded<(IReadOnlyList<AuditRow> Rows, TaskCompletionSource Written)>(10_000);

    private readonly Task _writing;

    public AccessLog(IOperationsStore operations, TimeProvider clock, ILogger log)
    {
        (_operations, _clock, _log) = (operations, clock, log);
        _writing = WriteAsync();
    }

    /// <param name="actor">Account or key id.</param>
    /// <param name="action">search, view, history, sources, match, decide…; with a connection's name after it where it is about one.</param>
    /// <param name="ids">People concerned; null stands for an action about nobody.</param>
    /// <param name="contract">States purpose and legal basis.</param>
    /// <param name="cancellationToken">Stops waiting; the rows may be written all the same.</param>
    public async Task RecordAsync(string actor, string action, IReadOnlyList<GoldenId?> ids, AccessContract contract, CancellationToken cancellationToken)
    {
        var at = _clock.GetUtcNow();
        var rows = ids.Select(id => new AuditRow(at, actor, action, id?.ToString(), contract.Purpose, contract.LegalBasis.ToString())).ToList();
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync((rows, written), cancellationToken);
        await written.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAsync()
    {
        var rows = new List<AuditRow>();
        var callers = new List<TaskCompletionSource>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (rows.Count < LargestBatch && _waiting.Reader.TryRead(out var next))
            {
                rows.AddRange(next.Rows);
                callers.Add(next.Written);
            }

            try
            {
                await _operations.AppendAuditAsync([.. rows], CancellationToken.None);
                callers.ForEach(caller => caller.SetResult());
            }
            catch (Exception error)
            {
                Log.AccessLogFailed(_log, rows.Count, error.GetType().Name);
                callers.ForEach(caller => caller.SetException(error));
            }

            rows.Clear();
            callers.Clear();
        }
    }
}
