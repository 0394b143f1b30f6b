namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>Any receiver, without the fields its connection forbids.</summary>
internal sealed class PrivateReceiver(IReceiver receiver, ForbiddenFields forbidden) : IReceiver
{
    public async ValueTask<Received> ReceiveAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        var received = await receiver.ReceiveAsync(call, cancellationToken);
        if (received is not Received.Accepted accepted)
        {
            return received;
        }

        var (records, rejected) = PrivateRecords.Clean(accepted.Records, accepted.Rejected, forbidden);
        return accepted with { Records = records, Rejected = rejected };
    }
}
