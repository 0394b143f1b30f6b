using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Crm.Dataverse.Writing;

/// <summary>Sends operations: what waits while others are on their way goes together in one batch, and never more requests at once than the server recommends.</summary>
/// <remarks>Every operation may be sent again: upserts by key or id, deletions, and a merge, which is looked at before it is believed to have failed.</remarks>
/// <param name="link">The way to the system.</param>
/// <param name="most">Operations in a batch.</param>
/// <param name="parallel">Requests at once, whatever the server recommends.</param>
internal sealed class DataverseBatcher(HttpLink link, int most, int parallel) : IAsyncDisposable
{
    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private int _sending;
    private volatile int _recommended = int.MaxValue;
    private Failure? _asked;

    /// <summary>Sends one operation, or several of which all or none is carried out.</summary>
    /// <returns>One answer for each; of a change set that failed the same for all.</returns>
    public async Task<IReadOnlyList<DataverseAnswer>> SendAsync(IReadOnlyList<DataverseRequest> requests, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(requests);
        _waiting.Enqueue(waiting);
        lock (_gate)
        {
            if (_sending < Math.Min(parallel, _recommended))
            {
                _sending++;
                _ = Task.Run(WorkAsync, CancellationToken.None);
            }
        }

        return await waiting.Answers.Task.WaitAsync(cancellationToken);
    }

    public async Task<DataverseAnswer> SendAsync(DataverseRequest request, CancellationToken cancellationToken) => (await SendAsync([request], cancellationToken))[0];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            List<Waiting> batch;
            lock (_gate)
            {
                batch = Take();
                if (batch.Count == 0 || _sending > Math.Max(1, _recommended))
                {
                    _sending--;
                    batch.ForEach(_waiting.Enqueue);
                    return;
                }
            }

            await CarryAsync(batch);
        }
    }

    private List<Waiting> Take()
    {
        var batch = new List<Waiting>();
        for (var room = most; room > 0 && _waiting.TryPeek(out var next) && (batch.Count == 0 || next.Requests.Count <= room) && _waiting.TryDequeue(out next);)
        {
            batch.Add(next);
            room -= next.Requests.Count;
        }

        return batch;
    }

    private async Task CarryAsync(List<Waiting> batch)
    {
        if (Volatile.Read(ref _asked) is { } wait && wait.NotBefore > link.Time.GetUtcNow())
        {
            // The server has said when it will listen again: asking before would be a request wasted.
            batch.ForEach(waiting => waiting.Fail(wait));
            return;
        }

        try
        {
            IReadOnlyList<IReadOnlyList<DataverseAnswer>> answers = batch is [{ Requests: [var single] }] ? [[await OneAsync(single)]] : await TogetherAsync(batch);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Answers.TrySetResult(answers[i]);
            }
        }
        catch (Exception error)
        {
            var failure = Failures.Of(error);
            if (failure is { Kind: FailureKind.Throttled })
            {
                Volatile.Write(ref _asked, failure);
            }

            batch.ForEach(waiting => _ = failure is null ? waiting.Answers.TrySetException(error) : waiting.Fail(failure));
        }
    }

    private async Task<DataverseAnswer> OneAsync(DataverseRequest request)
    {
        using var message = new HttpRequestMessage(request.Method, new Uri(request.Path, UriKind.Relative));
        if (!request.Body.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        }

        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        var reply = await link.SendAsync(message.AsOData().AsRepeatable(), _stop.Token);
        Heed(reply);
        return new DataverseAnswer(reply.Status, null, reply.Body);
    }

    private async Task<IReadOnlyList<IReadOnlyList<DataverseAnswer>>> TogetherAsync(List<Waiting> batch)
    {
        var boundary = $"batch_{Guid.NewGuid():N}";
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri("$batch", UriKind.Relative))
        {
            Content = new ByteArrayContent(DataverseMultipart.Write(boundary, link.Address.AbsolutePath, batch.ConvertAll(waiting => waiting.Requests))),
        };
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/mixed; boundary=\"{boundary}\"");
        message.Headers.TryAddWithoutValidation("Prefer", "odata.continue-on-error");
        var reply = await link.SendAsync(message.AsOData().AsRepeatable(), _stop.Token);
        Heed(reply);
        var parts = DataverseMultipart.Read(reply.Body.Span);
        var now = link.Time.GetUtcNow();
        return [.. batch.Select((waiting, i) => i < parts.Count ? Answers(waiting, parts[i], now) : [.. waiting.Requests.Select(_ => DataverseAnswer.Failed(Unanswered))])];
    }

    private static List<DataverseAnswer> Answers(Waiting waiting, IReadOnlyList<DataversePart> parts, DateTimeOffset now)
    {
        var answers = parts.Select(part => part.Answer(now)).ToList();
        return answers.Count == waiting.Requests.Count ? answers : [.. waiting.Requests.Select(_ => answers is [{ Failure: not null } refused] ? refused : DataverseAnswer.Failed(Unanswered))];
    }

    private static Failure Unanswered { get; } = new(FailureKind.Passing, "batch.unanswered", "The batch ended before this operation was answered; it is sent again.");

    // The server's own word on how many requests it wants to see at once.
    private void Heed(HttpReply reply)
    {
        if (reply.Headers.TryGetValues("x-ms-dop-hint", out var hints) && int.TryParse(hints.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var hint))
        {
            _recommended = Math.Max(1, hint);
        }
    }

    private sealed class Waiting(IReadOnlyList<DataverseRequest> requests)
    {
        public IReadOnlyList<DataverseRequest> Requests => requests;

        public bool Fail(Failure failure) => Answers.TrySetResult([.. requests.Select(_ => DataverseAnswer.Failed(failure))]);

        public TaskCompletionSource<IReadOnlyList<DataverseAnswer>> Answers { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
