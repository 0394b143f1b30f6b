using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.IparapheurSoap;

/// <summary>Makes one dossier for a golden record, once: its id there is chosen by the hub and holds the record's.</summary>
/// <remarks>The service erases rejected and finished dossiers only, and those are somebody's evidence: a deletion is parked while there is a dossier.</remarks>
internal sealed class DossierSink(IparapheurSoapSettings settings, HttpLink link) : HttpSink
{
    private readonly DossierCalls calls = new(settings, link);

    protected override async Task<SinkOutcome> PutAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        var (wish, dossier) = (record.Deleted ? null : SigningWish.Read(record), "gru_" + record.Key);
        if ((await calls.SearchAsync(dossier, cancellationToken)).Count > 0)
        {
            return record.Deleted ? throw Refusals.Park("iparapheur.under-way", "The dossier cannot be taken back from here: end or erase it in iparapheur, then replay this delivery.")
                : new SinkOutcome.Written(SinkEffect.Unchanged, dossier);
        }

        if (wish is null)
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, null);
        }

        var made = settings.Dossier ?? throw Refusals.Stop("iparapheur.dossier", "The connection does not say what dossiers are made of: write dossier, with its document, and subtype.");
        var until = DateOnly.FromDateTime(link.Time.GetUtcNow().UtcDateTime).AddDays(made.Days);
        await calls.CreateAsync(dossier, wish, made, await SigningDocument.ReadAsync(made.Document, cancellationToken), until, cancellationToken);
        return new SinkOutcome.Written(SinkEffect.Created, dossier);
    }
}
