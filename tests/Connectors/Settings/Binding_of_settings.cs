using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Tests.Connectors.Settings;

public sealed class Binding_of_settings
{
    [Fact]
    public void A_document_becomes_typed_settings()
    {
        var settings = Bind("path: /data/people.csv\nmode: snapshot\nkey: [id, site]\npageSize: 500\nencoding: windows-1252\n");

        Assert.Equal(("/data/people.csv", SnapshotMode.Snapshot, 500, TextEncoding.Windows1252), (settings.Path, settings.Mode, settings.PageSize, settings.Encoding));
        Assert.Equal(["id", "site"], settings.Key);
        Assert.Equal(10, settings.SettleSeconds);
    }

    [Theory]
    [InlineData("path: a\ndelimeter: ';'\n", "people.yaml:2:1: delimeter", "delimiter")]
    [InlineData("path: a\nmode: snapshoot\n", "people.yaml:2:7: mode", "snapshot")]
    [InlineData("path: a\nencoding: utf8\n", "people.yaml:2:11: encoding", "utf-8")]
    public void An_unknown_word_is_refused_with_its_line_and_the_nearest_word(string yaml, string place, string nearest)
    {
        var error = Assert.Single(Assert.Throws<DocumentException>(() => Bind(yaml)).Errors);

        Assert.Equal(nearest, error.Nearest);
        Assert.StartsWith(place, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pageSize: 5\n", "people.yaml:1:1: path: This setting is required.")]
    [InlineData("path: a\npageSize: many\n", "people.yaml:2:11: pageSize: A number is expected here.")]
    [InlineData("path: a\npageSize: 0\n", "people.yaml:2:11: pageSize: This number must be from 1 to 100000.")]
    [InlineData("path: a\nsettleSeconds: -1\n", "people.yaml:2:16: settleSeconds: This number must be at least 0.")]
    [InlineData("path: a\nkey: id\n", "people.yaml:2:6: key: A list is expected here.")]
    [InlineData("path: [a]\n", "people.yaml:1:7: path: A single value is expected here.")]
    [InlineData("path: a\npath: b\n", "people.yaml:2:1: : \"path\" stands twice: keep one.")]
    public void A_wrong_value_is_refused_with_its_line(string yaml, string message) =>
        Assert.Equal(message, Assert.Throws<DocumentException>(() => Bind(yaml)).Message);

    [Fact]
    public void Every_error_is_told_at_once() =>
        Assert.Equal(3, Assert.Throws<DocumentException>(() => Bind("paht: a\nmode: x\n")).Errors.Count);

    [Fact]
    public void What_is_no_YAML_is_refused_with_its_line() =>
        Assert.Equal("yaml.invalid", Assert.Throws<DocumentException>(() => Bind("path: \"a\nmode: [\n")).Errors[0].Code);

    private static CsvSettings Bind(string yaml) => SettingsBinder.Bind<CsvSettings>(YamlDocument.Parse(yaml, "people.yaml"));
}
