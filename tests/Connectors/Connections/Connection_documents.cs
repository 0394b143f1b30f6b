using System.Globalization;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Files.Csv;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Tests.Connectors.Connections;

public sealed class Connection_documents
{
    private const string Whole = """
        name: etat-civil
        connector: csv
        controller: 213 300 635 00017
        timeZone: Indian/Reunion
        forbid: [nir, religion]
        trust: 80
        mapping: etat-civil
        duplicateFree: true
        schedule: daily 02:30
        retry: 1m x10; 10m x20; then park
        brake: 5%
        settings:
          path: /depot/etat-civil
          mode: snapshot
        """;

    [Fact]
    public void A_whole_connection_is_read()
    {
        var connection = Read(Whole);

        Assert.Equal("21330063500017", connection.Controller.ToString());
        Assert.Equal("Indian/Reunion", connection.TimeZone.Id);
        Assert.Equal(["nir", "religion"], connection.Forbid);
        Assert.Equal((80, "etat-civil", true, "daily 02:30", "5%"), (connection.Trust, connection.Mapping, connection.DuplicateFree, connection.Schedule.ToString(), connection.Brake.ToString()));
        Assert.Equal("1m x10; 10m x20; then park", connection.Retry.ToString());
        Assert.Equal(SnapshotMode.Snapshot, ((CsvSettings)connection.BindSettings(new CsvConnector().Manifest)).Mode);
    }

    [Fact]
    public void What_is_not_said_is_safe()
    {
        var connection = Read("name: a\nconnector: csv\ncontroller: 21330063500017\n");

        Assert.Equal(["nir", "bank", "content"], connection.Forbid);
        Assert.Equal(("Europe/Paris", "manual", "20%"), (connection.TimeZone.Id, connection.Schedule.ToString(), connection.Brake.ToString()));
    }

    [Theory]
    [InlineData("controller: 213 300 635 00017", "controller: 21330063500018", "3:13: controller: This SIRET's control key is wrong: a digit is mistyped.")]
    [InlineData("duplicateFree: true", "duplicatefree: true", "Did you mean \"duplicateFree\"?")]
    [InlineData("timeZone: Indian/Reunion", "timeZone: Paris", "4:11: timeZone: The zone \"Paris\" is not known")]
    [InlineData("trust: 80", "trust: 180", "6:8: trust: This number must be from 0 to 100.")]
    [InlineData("then park", "then wait", "10:8: retry: A retry schedule ends with \"then park\" or \"then stop\"")]
    [InlineData("brake: 5%", "brake: 5", "11:8: brake: A brake is a share such as 20%, or off.")]
    public void A_mistake_is_answered_with_its_place(string right, string wrong, string expected) =>
        Assert.Contains(expected, Assert.Throws<DocumentException>(() => Read(Whole.Replace(right, wrong, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_mistake_in_the_connectors_settings_is_answered_with_its_place()
    {
        var connection = Read(Whole.Replace("mode: snapshot", "mod: snapshot", StringComparison.Ordinal));

        var error = Assert.Throws<DocumentException>(() => connection.BindSettings(new CsvConnector().Manifest));

        Assert.Contains("etat-civil.yaml:14:3: settings.mod", error.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"mode\"?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr-FR", "Toutes les minutes, 10 fois ; puis toutes les 10 minutes, 20 fois ; puis mise de côté.")]
    [InlineData("en-GB", "Every minute, 10 times; then every 10 minutes, 20 times; then it is parked.")]
    public void A_retry_schedule_is_shown_back_as_a_sentence(string culture, string sentence) =>
        Assert.Equal(sentence, RetrySchedule.Default.Sentence(CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("every 15m", "fr-FR", "Toutes les 15 minutes.")]
    [InlineData("every 1d", "en-GB", "Every day.")]
    [InlineData("daily 02:30", "fr-FR", "Chaque jour à 02:30.")]
    [InlineData("manual", "en-GB", "Only when someone starts it.")]
    public void A_schedule_is_shown_back_as_a_sentence(string schedule, string culture, string sentence) =>
        Assert.Equal(sentence, PollSchedule.Parse(schedule).Sentence(CultureInfo.GetCultureInfo(culture)));

    private static ConnectionDocument Read(string yaml) => ConnectionDocument.Read(YamlDocument.Parse(yaml, "etat-civil.yaml"));
}
