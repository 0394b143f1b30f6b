namespace IntegrationHub.Connectors.Abstractions;

/// <summary>Turns an incoming webhook or callback into records, after checking who sent it.</summary>
/// <remarks>
/// MUST check the signature over the bytes as received before it reads anything in them; MUST compare in constant time; MUST answer
/// <see cref="Received.Refused"/> for a call it cannot trust. The hub acknowledges only after the records are committed.
/// </remarks>
public interface IReceiver
{
    ValueTask<Received> ReceiveAsync(IncomingCall call, CancellationToken cancellationToken);
}
