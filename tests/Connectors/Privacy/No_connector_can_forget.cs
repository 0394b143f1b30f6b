using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Connectors.Privacy;

/// <summary>Whatever a connector gives, the hub opens it with the forbidden-fields remover around it.</summary>
public sealed class No_connector_can_forget
{
    private static readonly ConnectionContext Context = new() { Connection = "test", StateFolder = "unused" };

    [Fact]
    public async Task Records_of_a_source_are_cleaned_and_what_is_no_JSON_is_rejected_masked()
    {
        var read = await Reading.AllAsync(new CarelessConnector($$"""{"id":1,"nir":"{{Planted.Nir}}"}""", $"<nir>{Planted.Nir}</nir>").OpenSource(new object(), Context));

        Assert.Equal("""{"id":1}""", Encoding.UTF8.GetString(Assert.Single(read.Records).Body.Span));
        var reject = Assert.Single(read.Rejected);
        Assert.Equal(("body.not-json", "<nir>***************</nir>"), (reject.Code, Encoding.UTF8.GetString(reject.Raw.Span)));
    }

    [Fact]
    public async Task Records_of_a_receiver_are_cleaned()
    {
        var receiver = new CarelessConnector($$"""{"id":1,"iban":"{{Planted.Iban}}"}""").OpenReceiver(new object(), Context);
        var call = new IncomingCall { Method = "POST", Path = "", Headers = new Dictionary<string, string>(), Body = default, ReceivedAt = default };

        var accepted = Assert.IsType<Received.Accepted>(await receiver.ReceiveAsync(call, CancellationToken.None));

        Assert.Equal("""{"id":1}""", Encoding.UTF8.GetString(Assert.Single(accepted.Records).Body.Span));
    }

    [Fact]
    public async Task An_enrichers_answer_is_cleaned_and_one_that_is_no_JSON_is_not_stored()
    {
        var question = new EnrichmentQuestion("G1", default);
        var clean = await new CarelessConnector($$"""{"nir":"{{Planted.Nir}}"}""").OpenEnricher(new object(), Context).EnrichAsync(question, CancellationToken.None);
        var unreadable = await new CarelessConnector("nir").OpenEnricher(new object(), Context).EnrichAsync(question, CancellationToken.None);

        Assert.Equal("{}", Encoding.UTF8.GetString(Assert.IsType<Enrichment.Answered>(clean).Record.Body.Span));
        Assert.Equal("body.not-json", Assert.IsType<Enrichment.Failed>(unreadable).Failure.Code);
    }

    [Fact]
    public void A_contract_the_connector_lacks_is_refused_by_name() =>
        Assert.Contains("careless", Assert.Throws<NotSupportedException>(() => new CarelessConnector("{}").OpenSink(new object(), Context)).Message, StringComparison.Ordinal);
}
