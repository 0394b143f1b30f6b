using IntegrationHub.Host.Texts;
using IntegrationHub.Host.Web.Views;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Host;

public sealed class Declared_attributes_on_screen
{
    [Fact]
    public void What_a_towns_mappings_declare_is_shown_under_its_text_or_its_own_name()
    {
        var citizen = new Citizen { Extra = new Dictionary<string, string> { ["schoolSector"] = "\"S3\"", ["points"] = "12.5", ["nothing"] = "null" } };

        var lines = CitizenLines.Declared(citizen);

        Assert.Equal([("extra.nothing", ""), ("extra.points", "12.5"), ("extra.schoolSector", "S3")], lines.Select(line => (line.Attribute, line.Text)));
        Assert.Equal(["nothing", "points", "Secteur scolaire"], lines.Select(line => CitizenLines.Label(line.Attribute, Words.French)));
    }
}
