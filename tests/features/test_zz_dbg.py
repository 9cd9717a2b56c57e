from tests.features.test_three_ways import *
def test_dbg(scene):
    scene.desktop.bridge.stepped.connect(lambda s: print("STEP", type(s.outcome).__name__, str(s.outcome)[:90]))
    for code in (shop.MARTA, "1046", shop.CUP, shop.POT, shop.TEA, shop.SWEETS, shop.SEAL):
        print("SCAN", code); scene.scan(code)
    assert 0
